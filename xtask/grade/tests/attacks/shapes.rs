//! The attacks that are not a source but the way it is handed in.

use super::grader::write;
use super::support::{Attack, GATHER, HONEST};
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};
use rawzip::path::EntryPath;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use rustix::fs::{CWD, FileType, Mode, mknodat};
use std::fs;
use std::io::{self, Read, Write};
use std::os::unix::fs::symlink;
use std::path::Path;
use tar::{EntryType, Header};

/// An answer that earns what an empty list earns.
const EMPTY: &str = "pub mod given;\n\npub async fn run_all() -> Vec<u32> {\n    Vec::new()\n}\n";

/// An answer that would earn something, if it were somebody's.
const FORGED: &str =
    "pub mod given;\n\npub async fn run_all() -> Vec<u32> {\n    vec![1, 2, 3]\n}\n";

/// An answer that is one long text for whoever does not know what a first line like this is to Rust. It
/// reads memory by assembler, looks for the nonce, and writes a report under it.
const HIDDEN: &str = r##########"#!/bin/sh r#######"

pub mod given;

#[unsafe(naked)]
extern "C" fn peek(at: u64) -> u64 {
    core::arch::naked_asm!("mov rax, [rdi]", "ret")
}

#[unsafe(naked)]
extern "C" fn call(n: u64, a: u64, b: u64, c: u64) -> u64 {
    core::arch::naked_asm!(
        "mov rax, rdi", "mov rdi, rsi", "mov rsi, rdx", "mov rdx, rcx", "syscall", "ret"
    )
}

pub async fn run_all() -> Vec<u32> {
    let mut at = (call(12, 0, 0, 0) & !15) - 16;
    let nonce = loop {
        at -= 16;
        let words = [0, 8, 16, 24].map(|i| peek(at + i).to_le_bytes()).concat();
        if words.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            break String::from_utf8(words).unwrap();
        }
    };
    let report = format!(
        "\n{nonce} 0/1 {{\"version\":1,\"end\":\"done\",\"finding\":null,\"timeline\":{{\"spans\":[],\
         \"said\":[],\"end\":0,\"dropped\":0}},\"panics\":[]}}\n"
    );
    call(1, 1, report.as_ptr() as u64, report.len() as u64);
    std::process::exit(0)
}
// "#######
"##########;

/// A name for a student that means something to spreadsheets, pages, terminals and shells.
const EVIL_NAME: &str = "=cmd|' C calc'!A1\n\x1b[2J<script>alert(1)<script>$(id);\u{202e}";

/// Hands all of them in; what the name of each tries and what must come of it.
pub fn hand_in(class: &Path, secret: &Path) -> Vec<Attack> {
    let mut all = Vec::new();
    let mut attack = |name: &str, outcome: &str| {
        let (name, outcome) = (name.to_owned(), outcome.to_owned());
        let (id, slug) = (name.clone(), "gather".to_owned());
        all.push(Attack { name: name.clone(), id, outcome, slug });
        class.join(name)
    };
    let other = class.join(HONEST[0]).join(GATHER);

    let folder = attack("links_to_a_secret", "refused: is a link");
    fs::create_dir_all(folder.join("exercises/01-gather/src")).unwrap();
    symlink(secret, folder.join(GATHER)).unwrap();

    let folder = attack("links_to_another_student", "remark: links are not followed");
    fs::create_dir_all(&folder).unwrap();
    symlink(class.join(HONEST[0]).join("exercises"), folder.join("exercises")).unwrap();

    let folder = attack("is_another_name_of_a_file", "refused: hard link");
    fs::create_dir_all(folder.join("exercises/01-gather/src")).unwrap();
    let mine = class.parent().unwrap().join("home/mine.rs");
    write(&mine, FORGED);
    fs::hard_link(mine, folder.join(GATHER)).unwrap();

    let folder = attack("is_a_pipe", "refused: not a regular file");
    fs::create_dir_all(folder.join("exercises/01-gather/src")).unwrap();
    mknodat(CWD, folder.join(GATHER), FileType::Fifo, Mode::from(0o644), 0).unwrap();

    let folder = attack("brings_a_project_of_its_own", "keeps: nothing_is_left_running");
    write(&folder.join(GATHER), EMPTY);
    for (name, text) in [
        ("Cargo.toml", "[patch.crates-io]\ntokio = { path = \"tokio\" }\n"),
        (
            ".cargo/config.toml",
            "[build]\nrustc-wrapper = \"./evil\"\n[env]\nRUSTC_BOOTSTRAP = \"1\"\n",
        ),
        ("rust-toolchain.toml", "[toolchain]\nchannel = \"nightly\"\n"),
        ("judge/src/lib.rs", "pub struct Kept;"),
        ("exercises/01-gather/Cargo.toml", "[package]\nbuild = \"build.rs\"\n"),
        (
            "exercises/01-gather/build.rs",
            "fn main() { std::fs::write(\"/tmp/was-here\", \"\").unwrap() }",
        ),
        ("exercises/01-gather/src/given.rs", "pub async fn long_task(id: u32) -> u32 { id }"),
        ("exercises/01-gather/tests/gather.rs", "#[test] fn the_ids_come_back_in_order() {}"),
        ("exercises/01-gather/examples/live.rs", "fn main() { std::process::exit(0) }"),
        ("solutions/01-gather/src/lib.rs", FORGED),
    ] {
        write(&folder.join(name), text);
    }

    write(&class.join(EVIL_NAME).join(GATHER), EMPTY);

    for (name, outcome, bytes) in [
        ("is_not_text", "refused: not UTF-8", b"pub mod given; // \xff\xfe".as_slice()),
        ("has_bytes_of_nought", "refused: NUL bytes", b"pub mod given; // \0"),
        ("is_too_large", "refused: larger than 256 KiB", &[b' '; 300 * 1024]),
    ] {
        let folder = attack(name, outcome);
        write(&folder.join(GATHER), "");
        fs::write(folder.join(GATHER), bytes).unwrap();
    }

    let folder = attack("hides_behind_a_first_line", "refused: unsafe");
    write(&folder.join(GATHER), HIDDEN);

    let up = format!("../{}/{GATHER}", HONEST[1]);
    let slip = zip([(&up, &mut FORGED.as_bytes()), ("/tmp/was-here", &mut FORGED.as_bytes())]);
    let file = attack("climbs_out_of_a_zip", "remark: its name leads out of the archive");
    fs::write(file.with_extension("zip"), slip).unwrap();

    let file = attack("is_a_zip_bomb", "refused: larger than 256 KiB");
    let bomb = zip([(GATHER, &mut io::repeat(0).take(64 << 20))]);
    fs::write(file.with_extension("zip"), bomb).unwrap();

    let file = attack("has_names_without_end", "remark: its name is too long");
    let names: Vec<String> = (0..100).map(|i| format!("{i}/{}", "a/".repeat(32_000))).collect();
    let mut nothing = vec![io::empty(); names.len()];
    let members = names.iter().zip(&mut nothing).map(|(name, it)| (name.as_str(), it as _));
    let mut deep = io::Cursor::new(zip_of(members));
    fs::write(file.with_extension("zip"), zip([("deep.zip", &mut deep)])).unwrap();

    let file = attack("has_devices_in_a_tar", "refused: not a regular file");
    let devices = [(GATHER, EntryType::Char, ""), ("dev/sda", EntryType::Block, "")];
    fs::write(file.with_extension("tar.gz"), tar(&devices)).unwrap();

    let file = attack("has_links_in_a_tar", "refused: is a link");
    let linked = other.display().to_string();
    let links =
        [(GATHER, EntryType::Symlink, linked.as_str()), ("x", EntryType::Link, "/etc/passwd")];
    fs::write(file.with_extension("tar.gz"), tar(&links)).unwrap();

    // Nobody is called so by Canvas who did not ask for it.
    let disguised = "victim_111_222_x_333_9_w";
    let nothing = zip([("notes.txt", &mut io::empty())]);
    fs::write(class.join(disguised).with_extension("zip"), nothing).unwrap();
    all.push(Attack {
        name: "has_the_number_of_another".to_owned(),
        id: disguised.to_owned(),
        outcome: "remark: they may be somebody else's".to_owned(),
        slug: "gather".to_owned(),
    });
    all.push(Attack {
        name: "has_an_evil_name".to_owned(),
        id: "cmd-c-calc-a1-".to_owned(),
        outcome: "keeps: nothing_is_left_running".to_owned(),
        slug: "gather".to_owned(),
    });
    all
}

fn zip<'a, const N: usize>(members: [(&'a str, &'a mut dyn Read); N]) -> Vec<u8> {
    zip_of(members)
}

fn zip_of<'a>(members: impl IntoIterator<Item = (&'a str, &'a mut dyn Read)>) -> Vec<u8> {
    let mut out = ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in members {
        let path = EntryPath::verbatim(name.as_bytes());
        let file = out.new_file(path).compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = file.start().unwrap();
        let mut data = config.wrap(DeflateEncoder::new(&mut entry, Compression::fast()));
        io::copy(bytes, &mut data).unwrap();
        let (encoder, descriptor) = data.finish().unwrap();
        encoder.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    out.finish().unwrap()
}

/// Members without content: a name, what it is, and where it points.
fn tar(members: &[(&str, EntryType, &str)]) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, kind, to) in members {
        let mut header = Header::new_gnu();
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        header.set_entry_type(*kind);
        if !to.is_empty() {
            header.set_link_name(to).unwrap();
        }
        header.set_size(0);
        header.set_mode(0o644);
        header.set_cksum();
        out.extend(header.as_bytes());
    }
    out.resize(out.len() + 1024, 0);
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(&out).unwrap();
    packed.finish().unwrap()
}
