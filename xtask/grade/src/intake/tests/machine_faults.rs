//! Whose fault an error is.

use crate::intake::machine_faults::{MachineFaults, is_the_machines};
use rustix::io::Errno;
use std::io::{Error, ErrorKind};
use std::path::Path;

#[test]
fn what_a_student_can_bring_about_is_not_the_machines_fault() {
    for errno in [
        Errno::ACCESS,
        Errno::PERM,
        Errno::NOENT,
        Errno::NOTDIR,
        Errno::ISDIR,
        Errno::LOOP,
        Errno::NAMETOOLONG,
        Errno::INVAL,
    ] {
        assert!(!is_the_machines(&errno.into()), "{errno}");
    }
    for kind in [ErrorKind::InvalidData, ErrorKind::InvalidInput, ErrorKind::UnexpectedEof] {
        assert!(!is_the_machines(&kind.into()), "{kind}");
    }
}

#[test]
fn all_else_that_the_system_says_is_the_machines_fault() {
    for errno in [
        Errno::IO,
        Errno::MFILE,
        Errno::NFILE,
        Errno::NOMEM,
        Errno::STALE,
        Errno::NODEV,
        Errno::NXIO,
        Errno::TIMEDOUT,
        Errno::NOTCONN,
    ] {
        assert!(is_the_machines(&errno.into()), "{errno}");
    }
    #[cfg(target_os = "linux")]
    assert!(is_the_machines(&Errno::REMOTEIO.into()));
    assert!(is_the_machines(&Error::from_raw_os_error(4000)), "one that nobody knows");
}

#[test]
fn the_first_file_that_the_machine_failed_at_is_named() {
    let faults = MachineFaults::default();
    let fail = |path: &str, errno: Errno| {
        let failed = faults.check(Path::new(path), || Err::<(), _>(errno));
        assert_eq!(failed.unwrap_err().kind(), Error::from(errno).kind());
    };
    fail("ada/lib.rs", Errno::ACCESS);
    assert!(faults.none_yet().is_ok());
    fail("bob/li\x1bb.rs", Errno::IO);
    fail("cy/lib.rs", Errno::MFILE);
    let said = faults.none_yet().expect_err("a machine that failed").to_string();
    assert!(said.contains("bob/li") && !said.contains("cy"), "{said}");
    assert!(said.contains("nobody was graded") && !said.contains('\x1b'), "{said}");
}

#[test]
fn a_call_that_a_signal_cut_off_is_made_again() {
    let faults = MachineFaults::default();
    let mut signals = 2;
    let read = faults.check(Path::new("ada/lib.rs"), || {
        signals -= 1;
        if signals >= 0 { Err(Errno::INTR) } else { Ok("text") }
    });
    assert_eq!(read.expect("read in the end"), "text");
    assert!(faults.none_yet().is_ok());
}
