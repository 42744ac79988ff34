//! Has one lock for the sensor, for all calls together. | all_of_this_holds_for_whatever_readings: "share something"

pub mod given;

use given::{PERIOD, Reading, read_sensor};
use tokio::sync::Mutex;
use tokio::time::{MissedTickBehavior, interval};

static SENSOR: Mutex<()> = Mutex::const_new(());

pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    let mut seconds = interval(PERIOD);
    seconds.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut all = Vec::new();
    for number in 1..=readings {
        seconds.tick().await;
        let _sensor = SENSOR.lock().await;
        all.push(read_sensor(number).await);
    }
    all
}
