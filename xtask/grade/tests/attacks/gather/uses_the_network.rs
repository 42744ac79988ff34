//! Connects to a server on this machine, by every way there is. | keeps: nothing_is_left_running

pub mod given;

use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::unix::net::{UnixDatagram, UnixListener, UnixStream};

pub async fn run_all() -> Vec<u32> {
    let there = [
        TcpStream::connect("127.0.0.1:@PORT@").is_ok(),
        TcpStream::connect("localhost:@PORT@").is_ok(),
        TcpListener::bind("127.0.0.1:0").is_ok(),
        UdpSocket::bind("0.0.0.0:0").is_ok(),
        UnixStream::connect("@SOCKET@").is_ok(),
        UnixListener::bind("/tmp/socket").is_ok(),
        UnixDatagram::unbound().is_ok(),
    ];
    if there.contains(&true) {
        println!("BREACH: {there:?}");
    }
    Vec::new()
}
