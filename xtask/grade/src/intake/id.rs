//! The id of a student in files and pages.

use deunicode::deunicode_with_tofu;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// How many digits of the hash tell two names apart that look the same.
const DIGITS: usize = 10;

/// One id for each of `names`, which differ: `(name, how it reads)`. An id depends on its own name
/// alone, so it stays when others come or go. A name that is no id of itself gets a hash of its bytes.
pub(super) fn ids(names: &[(&[u8], &str)]) -> Vec<String> {
    distinct(names, DIGITS)
}

/// Names whose short hashes are the same, which takes somebody who means it, get the whole hash.
fn distinct(names: &[(&[u8], &str)], digits: usize) -> Vec<String> {
    let short: Vec<String> = names.iter().map(|(name, reads)| id(name, reads, digits)).collect();
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for id in &short {
        *uses.entry(id).or_default() += 1;
    }
    let whole = |(i, id): (usize, &String)| match uses[id.as_str()] {
        1 => id.clone(),
        _ => hash(names[i].0),
    };
    short.iter().enumerate().map(whole).collect()
}

fn id(name: &[u8], reads: &str, digits: usize) -> String {
    let plain = plain(reads);
    if plain.as_bytes() == name && !is_taken(&plain) {
        return plain;
    }
    let plain = if plain.is_empty() { "student" } else { &plain };
    format!("{plain}-{}", &hash(name)[..digits])
}

/// The readable part: at most 60 characters that are safe in a path and a URL on every system.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    for c in deunicode_with_tofu(name, "-").to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' | '_' | '.' => plain.push(c),
            _ if plain.ends_with('-') => {}
            _ => plain.push('-'),
        }
    }
    let plain = plain.trim_start_matches(['-', '.']);
    plain[..plain.len().min(60)].trim_end_matches(['-', '.']).to_owned()
}

/// Whether a plain name is one of ours or one of Windows's: nobody may choose to be somebody else.
fn is_taken(plain: &str) -> bool {
    let hex = |text: &str| text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let hashed = match plain.rsplit_once('-') {
        Some((_, end)) => end.len() == DIGITS && hex(end),
        None => plain.len() == 64 && hex(plain),
    };
    let stem = plain.split('.').next().unwrap_or(plain);
    let numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit())
    };
    let device = ["con", "prn", "aux", "nul"].contains(&stem) || numbered("com") || numbered("lpt");
    hashed || device || plain.is_empty()
}

fn hash(name: &[u8]) -> String {
    Sha256::digest(name).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id_of(name: &[u8]) -> String {
        let reads = String::from_utf8_lossy(name);
        ids(&[(name, &reads)]).remove(0)
    }

    #[test]
    fn a_name_that_is_safe_is_its_own_id() {
        for name in ["ada", "submission_123", "lovelaceada_12345", "a.b-c", "github-user-7"] {
            assert_eq!(id_of(name.as_bytes()), name);
        }
    }

    #[test]
    fn no_two_names_share_an_id_and_every_id_is_safe() {
        let long = ["x".repeat(300), format!("{}y", "x".repeat(299)), "x".repeat(60)];
        let mut names: Vec<Vec<u8>> = [
            "",
            ".",
            "..",
            "-",
            "../../etc",
            "../etc",
            "a/b",
            "a-b",
            "a\nb",
            "a b",
            "A-B",
            "a\u{1b}[2Jb",
            "CON",
            "con",
            "con.txt",
            "con-",
            "nul",
            "com1",
            "Zoë",
            "Zoe",
            "zoe",
            "東京",
            "大阪",
            ".git",
            "-rf",
            "ada.",
            "ada",
            "ADA",
            "Ada",
        ]
        .iter()
        .map(|name| name.as_bytes().to_vec())
        .collect();
        names.extend(long.iter().map(|name| name.clone().into_bytes()));
        names.extend([b"\xff".to_vec(), b"\xfe".to_vec(), b"ada\xff".to_vec()]);
        // Somebody may call themselves what another's name became.
        let ours: Vec<Vec<u8>> = names.iter().map(|name| id_of(name).into_bytes()).collect();
        names.extend(ours);
        names.sort();
        names.dedup();

        let reads: Vec<String> =
            names.iter().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
        let pairs: Vec<(&[u8], &str)> =
            names.iter().zip(&reads).map(|(name, reads)| (&name[..], &reads[..])).collect();
        let mut all = ids(&pairs);
        for id in &all {
            let safe = |b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.');
            assert!(id.bytes().all(safe), "{id}");
            assert!(!id.is_empty() && id.len() <= 80 && !id.starts_with(['.', '-']), "{id}");
            assert!(!["con", "nul", "com1", "con.txt"].contains(&id.as_str()), "{id}");
        }
        let n = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), n);
    }

    #[test]
    fn names_in_any_script_can_be_read() {
        for (name, id) in [
            ("李小龙", "li-xiao-long-"),
            ("Müller, Zoë", "muller-zoe-"),
            ("Иван Петров", "ivan-petrov-"),
            ("Ólafur Þórsson", "olafur-thorsson-"),
        ] {
            let made = id_of(name.as_bytes());
            assert!(made.starts_with(id), "{name}: {made}");
        }
    }

    #[test]
    fn an_id_stays_when_others_come() {
        let alone = id_of(b"Ada Lovelace");
        assert!(alone.starts_with("ada-lovelace-"), "{alone}");
        let among = ids(&[(b"ada lovelace", "ada lovelace"), (b"Ada Lovelace", "Ada Lovelace")]);
        assert_eq!(among[1], alone);
        assert_ne!(among[0], alone);
    }

    #[test]
    fn the_same_short_hash_makes_way_for_the_whole_one() {
        let names: [(&[u8], &str); 3] = [(b"A B", "A B"), (b"a b", "a b"), (b"ada", "ada")];
        let ids = distinct(&names, 0);
        assert_eq!([ids[0].len(), ids[1].len()], [64, 64]);
        assert_ne!(ids[0], ids[1]);
        assert_eq!(ids[2], "ada");
    }
}
