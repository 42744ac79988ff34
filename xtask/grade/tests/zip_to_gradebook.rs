//! From a platform's zip to its gradebook, by the commands of docs/instructors.md.

#![cfg(target_os = "linux")]

mod grader;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use grader::{command, folder, is_here, results, root, write};
use rawzip::path::EntryPath;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

const ROSTER: &str = "Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n\
    \"Abara, Ngozi\",41001,,,1\n\"Brandt, Jörg\",41002,,,1\n\"Castro, Inés\",41003,,,1\n\
    \"Dubois, Maé\",41004,,,1\n\"Eriksen, Liv\",41005,,,1\n";

/// Ngozi solved it, Jörg handed in the skeleton, Inés something else, Maé nothing, and Liv twice.
#[test]
fn from_canvass_zip_to_canvass_gradebook() {
    if !is_here() {
        return;
    }
    let path = folder("zip-to-gradebook");
    let right = text("solutions/01-gather/src/lib.rs");
    let skeleton = text("solutions/01-gather/start.rs");
    let zip = path.join("submissions.zip");
    let members = [
        ("abarangozi_41001_900_lib-1.rs", &right[..]),
        ("brandtjorg_LATE_41002_901_1_lib.rs", &skeleton),
        ("castroines_41003_902_essay.docx", "x"),
        (
            "eriksenliv_41005_903_lib.rs",
            "pub mod given;\npub async fn run_all() -> Vec<u32> { vec![] }",
        ),
        ("eriksenliv_41005_904_lib-1.rs", &right),
        ("frankfay_41006_905_lib.rs", &right),
    ];
    fs::write(&zip, zipped(&members)).unwrap();
    let roster = path.join("canvas-gradebook.csv");
    write(&roster, ROSTER);
    let out = path.join("grades");
    let (said, code) = ran(command(&zip, &["01"], &out).arg("--roster").arg(&roster));
    // Of five who handed in something, one has no answer, and one is unknown while Maé has nothing.
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("for 2 of the 5 who handed in something"), "{said}");
    assert!(said.contains("Castro, Inés: No answer was found in it"), "{said}");
    assert!(!out.join("canvas.csv").exists());

    let (said, code) = ran(command(&zip, &["01"], &out).arg("--roster").arg(&roster).arg("--yes"));
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("4 students graded"), "{said}");
    assert!(said.contains("2 students have no grade (blank in the gradebooks;"), "{said}");
    assert!(said.contains("1 not on the roster: frankfay_41006"), "{said}");
    assert!(said.contains("1 an answer was not recognised: 41003"), "{said}");
    let canvas = fs::read_to_string(out.join("canvas.csv")).unwrap();
    for row in [
        "\"Abara, Ngozi\",41001,,,1,10",
        "\"Brandt, Jörg\",41002,,,1,0",
        "\"Castro, Inés\",41003,,,1,\n",
        "\"Dubois, Maé\",41004,,,1,0",
        "\"Eriksen, Liv\",41005,,,1,10",
        "frankfay (not in the roster),,,,,\n",
    ] {
        assert!(canvas.contains(row), "{row}\n{canvas}");
    }
    let ines = String::from_utf8(results(&out)["41003"].clone()).unwrap();
    assert!(
        ines.contains("\"status\": \"unrecognised\"") && ines.contains("\"earned\": null"),
        "{ines}"
    );
    let page = fs::read_to_string(out.join("class.html")).unwrap();
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text} in the page"));
    assert!(at("No grade yet: 2 students") < at("Look at these first"));

    let zeros = ["--yes", "--missing-as", "0"];
    let (said, code) = ran(command(&zip, &["01"], &out).arg("--roster").arg(&roster).args(zeros));
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("2 students have no grade (0 in the gradebooks)"), "{said}");
    let canvas = fs::read_to_string(out.join("canvas.csv")).unwrap();
    assert!(canvas.contains("\"Castro, Inés\",41003,,,1,0"), "{canvas}");
}

fn ran(command: &mut Command) -> (String, Option<i32>) {
    let output = command.output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    (said.split_whitespace().collect::<Vec<_>>().join(" "), output.status.code())
}

fn text(file: &str) -> String {
    fs::read_to_string(Path::new(&root()).join(file)).unwrap()
}

fn zipped(members: &[(&str, &str)]) -> Vec<u8> {
    let mut out = ZipArchiveWriter::new(Vec::new());
    for (name, text) in members {
        let file = out.new_file(EntryPath::verbatim(name.as_bytes()));
        let file = file.compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = file.start().unwrap();
        let mut data = config.wrap(DeflateEncoder::new(&mut entry, Compression::fast()));
        data.write_all(text.as_bytes()).unwrap();
        let (encoder, descriptor) = data.finish().unwrap();
        encoder.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    out.finish().unwrap()
}
