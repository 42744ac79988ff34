//! Archives, whole, broken and hostile.

use super::fixture::*;
use crate::intake::archive::{Bytes, Kind};
use crate::intake::collected_files::CollectedFiles;
use crate::intake::{MAX_ENTRIES, Submission, open_archive};
use tar::EntryType::{Char, Directory, Fifo, GNULongName, Link, Regular, Symlink, XHeader};

/// What is taken of an archive that a student called `name`; another's must come through beside it.
fn beside_bob(name: &str, bytes: &[u8]) -> Submission {
    let class = Scratch::new();
    class.file(&format!("c/{name}"), bytes);
    class.file("c/bob/gather.rs", "bob");
    let mut all = class.take("c");
    assert_eq!(all.len(), 2, "{all:?}");
    assert_eq!(all[1].gather(), "bob");
    all.remove(0)
}

#[test]
fn a_classs_zip_is_taken_student_by_student() {
    let inner = zip([("w/exercises/01-gather/src/lib.rs", &b"eve"[..])]);
    let tarred = gz(&tar([("gather.rs", Regular, &b"fay"[..])]));
    let class = Scratch::new();
    let path = class.file(
        "moodle.zip",
        zip([
            ("Ada L_1_assignsubmission_file_/gather.rs", &b"ada"[..]),
            ("Eve_2_assignsubmission_file_/work.zip", &inner),
            ("Fay_3_assignsubmission_file_x.tgz", &tarred),
            ("__MACOSX/x/gather.rs", b"no"),
        ]),
    );
    let all = taken(&[path]);
    let found: Vec<(&str, &str)> =
        all.iter().map(|one| (&one.student.name[..], one.gather())).collect();
    assert_eq!(found, [("Ada L", "ada"), ("Eve", "eve"), ("Fay", "fay")]);

    let gradescope = zip([
        ("assignment_5_export/submission_7/gather.rs", &b"x"[..]),
        ("assignment_5_export/submission_metadata.yml", b""),
    ]);
    let all = taken(&[class.file("gradescope.zip", gradescope)]);
    assert_eq!((&all[0].student.id[..], all[0].gather(), all.len()), ("submission_7", "x", 1));

    let canvas = zip([("lovelaceada_12_34_gather.rs", &b"x"[..]), ("b_9_35_work.zip", &inner)]);
    let all = taken(&[class.file("canvas.zip", canvas)]);
    assert_eq!([&all[0].student.id[..], &all[1].student.id[..]], ["b_9", "lovelaceada_12"]);
    assert_eq!([all[0].gather(), all[1].gather()], ["eve", "x"]);
}

#[test]
fn a_zip_with_the_course_in_it_is_one_submission() {
    let class = Scratch::new();
    let path = class.file("ada.zip", zip([("course-main/01-gather/src/lib.rs", &b"x"[..])]));
    let all = taken(&[path]);
    assert_eq!((&all[0].student.id[..], all[0].gather()), ("ada", "x"));
}

#[test]
fn archives_in_archives_end_after_one_level() {
    let deepest = zip([("gather.rs", &b"x"[..])]);
    let deep = zip([("deep.zip", &deepest[..])]);
    assert_eq!(beside_bob("ada.zip", &deep).gather(), "x");
    let ada = beside_bob("ada.zip", &zip([("a.zip", &deep[..])]));
    assert!(ada.gather().is_empty() && ada.said().contains("is not opened"), "{}", ada.said());
}

#[test]
fn names_that_lead_elsewhere_are_told_and_not_looked_at() {
    for (name, why) in [
        ("../exercises/01-gather/src/lib.rs", "leads out"),
        ("/exercises/01-gather/src/lib.rs", "not inside"),
        ("C:/01-gather/lib.rs", "not inside"),
        ("..\\exercises\\01-gather\\src\\lib.rs", "leads out"),
        ("C:\\01-gather\\lib.rs", "not inside"),
        ("exercises/01-gather\\src\\lib.rs", "backslash"),
    ] {
        let zipped = beside_bob("ada.zip", &zip([(name, &b"x"[..])]));
        let tarred = beside_bob("ada.tgz", &gz(&tar([(name, Regular, &b"x"[..])])));
        for ada in [zipped, tarred] {
            assert!(ada.answers.is_empty(), "{name}");
            assert!(ada.said().contains(why), "{name}: {}", ada.said());
        }
    }
    // In a class's own archive, to the student under whose name it stands.
    let class = Scratch::new();
    let all = taken(&[class.file(
        "c.zip",
        zip([
            ("ada/../bob/gather.rs", &b"x"[..]),
            ("ada/x", b""),
            ("bob/gather.rs", b"bob"),
            ("../cy/gather.rs", b"x"),
        ]),
    )]);
    assert_eq!(all.len(), 2);
    assert!(all[0].said().contains("leads out"), "{}", all[0].said());
    assert_eq!(all[1].gather(), "bob");
}

/// Some programs on Windows put backslashes into a zip. Folders of such a zip end in one too.
#[test]
fn a_zip_with_backslashes_is_read() {
    let members = [("exercises\\", &b""[..]), ("exercises\\01-gather\\src\\lib.rs", b"x")];
    assert_eq!(beside_bob("ada.zip", &zip(members)).gather(), "x");
    let class = Scratch::new();
    let members = [("ada\\gather.rs", &b"a"[..]), ("bob\\src\\", b""), ("bob\\gather.rs", b"b")];
    let all = taken(&[class.file("c.zip", zip(members))]);
    assert_eq!((all.len(), all[0].gather(), all[1].gather()), (2, "a", "b"));
}

#[test]
fn a_name_that_stands_twice_is_refused_unless_the_texts_are_the_same() {
    let twice = |b: &str| zip([(GATHER, &b"one"[..]), (GATHER, b.as_bytes())]);
    assert_eq!(beside_bob("ada.zip", &twice("one")).gather(), "one");
    assert!(beside_bob("ada.zip", &twice("two")).gather().contains("is in it more than once"));
    let tarred = tar([(GATHER, Regular, &b"one"[..]), (GATHER, Regular, b"two")]);
    assert!(beside_bob("ada.tar", &tarred).gather().contains("is in it more than once"));
}

#[test]
fn what_is_no_file_is_refused() {
    for kind in [Symlink, Link, Fifo, Char] {
        let ada = beside_bob("ada.tar", &tar([(GATHER, kind, &b""[..])]));
        assert!(
            ada.gather().contains("is a link") || ada.gather().contains("not a regular"),
            "{ada:?}"
        );
    }
    // The upper half of the external attributes is the mode; the system that made it is Unix.
    let plain = || zip([(GATHER, &b"/etc/passwd"[..])]);
    let link =
        patched(patched(plain(), 5, &[3]), 38, &0o120_777_u32.wrapping_shl(16).to_le_bytes());
    assert!(beside_bob("ada.zip", &link).gather().contains("is a link"));
    let locked = patched(plain(), 8, &[1, 0]);
    assert!(beside_bob("ada.zip", &locked).gather().contains("is encrypted"));
    let odd = patched(plain(), 10, &[14, 0]);
    assert!(beside_bob("ada.zip", &odd).gather().contains("unusual way"));
}

#[test]
fn sizes_that_lie_are_refused() {
    let plain = || zip([(GATHER, &b"x"[..])]);
    let huge = patched(plain(), 24, &u32::MAX.wrapping_sub(1).to_le_bytes());
    assert!(beside_bob("ada.zip", &huge).gather().contains("larger than 256 KiB"));
    let small = patched(zip([(GATHER, &vec![b'x'; 300_000][..])]), 24, &5_u32.to_le_bytes());
    let said = beside_bob("ada.zip", &small);
    assert!(said.gather().contains("damaged") || said.gather().contains("larger"), "{said:?}");
}

#[test]
fn an_archive_that_is_not_whole_is_told() {
    let whole = zip([(GATHER, &b"x"[..])]);
    for broken in [&b""[..], b"no archive", &whole[..whole.len() / 2]] {
        for name in ["ada.zip", "ada.tar.gz", "ada.tar"] {
            let ada = beside_bob(name, broken);
            assert!(ada.answers.is_empty() && ada.said().contains("whole"), "{name}: {ada:?}");
        }
    }
    let noise: Vec<u8> =
        (0..40_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let tarred = gz(&tar([(GATHER, Regular, &b"x"[..]), ("noise", Regular, &noise)]));
    let ada = beside_bob("ada.tgz", &tarred[..tarred.len() / 2]);
    assert_eq!(ada.gather(), "x");
    assert!(ada.said().contains("what came before the damage counts"), "{}", ada.said());
}

#[test]
fn a_tar_may_have_long_names_in_both_ways() {
    let deep = format!("{}/exercises/01-gather/src/lib.rs", "w".repeat(120));
    let gnu = tar([
        ("w", Directory, &b""[..]),
        ("././@LongLink", GNULongName, format!("{deep}\0").as_bytes()),
        ("cut", Regular, b"x"),
    ]);
    assert_eq!(beside_bob("ada.tar", &gnu).gather(), "x");
    let record = format!(" path={deep}\n");
    let record = format!("{}{record}", record.len() + 3);
    let pax = tar([("pax", XHeader, record.as_bytes()), ("cut", Regular, b"x")]);
    assert_eq!(beside_bob("ada.tar", &pax).gather(), "x");
}

#[test]
fn a_gigabyte_of_nothing_is_told_and_costs_no_memory_to_speak_of() {
    // Two GiB of it behind one name in a gzip: a tar whose first file never ends.
    let nothing = deflated_nothing(2048);
    let mut bomb = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
    let mut head = tar::Header::new_gnu();
    head.set_path("junk").expect("a name");
    head.set_size(4 << 30);
    head.set_cksum();
    bomb.extend([0, 0, 2, 0xff, 0xfd]);
    bomb.extend(head.as_bytes());
    bomb.extend(&nothing);
    let ada = beside_bob("ada.tgz", &bomb);
    assert!(ada.said().contains("unpacks to more than 256 MiB"), "{}", ada.said());
}

#[test]
fn a_bomb_in_a_zip_is_read_no_further_than_an_answer_may_be() {
    // One GiB under an answer's name, and the directory says that it is small.
    let nothing = deflated_nothing(1024);
    let mut out = rawzip::ZipArchiveWriter::new(Vec::new());
    let file = out.new_file(GATHER).compression_method(rawzip::CompressionMethod::DEFLATE);
    let (mut entry, config) = file.start().expect("a member");
    std::io::Write::write_all(&mut entry, &nothing).expect("bytes");
    let (_, descriptor) = config.wrap(std::io::sink()).finish().expect("a size");
    entry.finish(descriptor).expect("a member");
    let ada = beside_bob("ada.zip", &out.finish().expect("a zip"));
    assert!(ada.gather().contains("damaged") || ada.gather().contains("larger"), "{ada:?}");
}

#[test]
fn many_bombs_in_a_zip_count_together_damaged_or_not() {
    let nothing = deflated_nothing(60);
    let mut out = rawzip::ZipArchiveWriter::new(Vec::new());
    for i in 0..40 {
        let name = format!("{i}.zip");
        let file = out.new_file(&*name).compression_method(rawzip::CompressionMethod::DEFLATE);
        let (mut entry, config) = file.start().expect("a member");
        std::io::Write::write_all(&mut entry, &nothing).expect("bytes");
        let (_, descriptor) = config.wrap(std::io::sink()).finish().expect("a size");
        entry.finish(descriptor).expect("a member");
    }
    // The size is true, and the checksum is not: that shows only at the end of each.
    let bombs = patched(out.finish().expect("a zip"), 24, &(60_u32 << 20).to_le_bytes());
    let ada = beside_bob("ada.zip", &bombs);
    assert!(ada.said().contains("`ada.zip: 0.zip` is damaged"), "{}", ada.said());
    assert!(ada.said().contains("unpacks to more than 256 MiB"), "{}", ada.said());
    assert!(!ada.said().contains("9.zip"), "{}", ada.said());
}

#[test]
fn no_bytes_whatever_make_it_panic() {
    let seeds = [
        zip([(GATHER, &b"fn main() {}"[..]), ("ada/work.zip", &zip([("gather.rs", &b"x"[..])]))]),
        tar([
            (GATHER, Regular, &b"x"[..]),
            ("././@LongLink", GNULongName, b"gather.rs"),
            ("x", Regular, b"x"),
        ]),
        gz(&tar([(GATHER, Regular, &b"x"[..])])),
    ];
    let mut state = 7_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) as usize % below
    };
    let scratch = Scratch::new();
    let exercises = course();
    let answer_paths = answer_paths(&exercises);
    for round in 0..4000 {
        let mut bytes = if round % 4 == 3 {
            (0..random(3000)).map(|_| random(256) as u8).collect()
        } else {
            seeds[round % 4].clone()
        };
        for _ in 0..=random(6) {
            if bytes.is_empty() {
                break;
            }
            let at = random(bytes.len());
            match random(4) {
                0 => bytes.truncate(at),
                1 => bytes[at] = [0, 0xff, 0x7f, 0x80][random(4)],
                2 => {
                    let end = (at + 8).min(bytes.len());
                    bytes[at..end].fill(0xff);
                }
                _ => bytes[at] ^= 1 << random(8),
            }
        }
        for name in ["a.zip", "a.tar", "a.tgz"] {
            let mut files = CollectedFiles::new(&answer_paths);
            open_archive::collect(name, Kind::of(name), Bytes::Memory(bytes.clone()), &mut files);
            files.finish();
            // As a place of its own it may be a class.
            if round % 64 == 0 {
                let _ = take(&[scratch.file(name, &bytes)], None, &exercises);
            }
        }
    }
}

#[test]
fn more_entries_than_are_looked_at_are_told() {
    let names: Vec<String> = (0..MAX_ENTRIES).map(|i| format!("junk/{i}")).collect();
    let junk = names.iter().map(|name| (name.as_str(), Regular, &b""[..]));
    let late = tar(junk.clone().chain([(GATHER, Regular, &b"x"[..])]));
    let ada = beside_bob("ada.tgz", &gz(&late));
    assert!(ada.said().contains("more than 20000 files"), "{}", ada.said());
    let in_time = tar([(GATHER, Regular, &b"x"[..])].into_iter().chain(junk));
    let ada = beside_bob("ada.tgz", &gz(&in_time));
    assert!(ada.gather() == "x" && ada.said().contains("more than 20000 files"), "{ada:?}");
}
