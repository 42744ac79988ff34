//! What an entry's name says: whose it is, and what the student called the file.

use super::answer_paths::is_number;
use super::archive::Kind;
use super::archive_paths::shown;
use super::submitters::Submitter;

/// How many readings a name has at most.
const MAX_READINGS: usize = 16;

/// The name of one entry of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EntryName {
    /// What the entry is known by: entries with the same key are one student's.
    pub key: Vec<u8>,
    /// The key as text.
    pub reads: String,
    /// The person, as far as the name tells; untrusted, but without control characters.
    pub person: String,
    /// By what a roster may name it, in small letters.
    pub aliases: Vec<String>,
    /// What the student called the file; `None` of a folder.
    pub file: Option<String>,
    /// Whether it is named as a course platform names what it exports.
    pub exported: bool,
    /// The platform's number of what was handed in: a later one has a larger number.
    pub number: Option<u64>,
    /// The number of a submission to Gradescope, which is not a person's.
    pub submission: Option<String>,
    /// All that it may mean, if it has several numbers where the platform puts the student's: a student's
    /// own name for a file may have numbers too. Which is the student's only a roster can tell.
    pub readings: Vec<EntryName>,
    /// Who handed it in, where the platform says so.
    pub submitters: Vec<Submitter>,
    /// Whether the platform's name for it says that it came late; `None` where such names say nothing of it.
    pub late: Option<bool>,
}

impl EntryName {
    /// The meaning of `raw`, the name of a file or of a folder.
    ///
    /// - Moodle: `Ada Lovelace_12345_assignsubmission_file_`, a folder or the begin of a file's name
    /// - Canvas, files only: `lovelaceada_LATE_12345_67890_file.zip`, or `anon_x7Y2z_67890_file.zip`; but
    ///   students choose what is before and after the numbers, so more numbers there have several readings
    /// - Gradescope: `submission_123`
    /// - anything else is a name, without what it ends in where that says which kind of file it is
    pub fn of(raw: &[u8], is_file: bool) -> EntryName {
        let Ok(name) = str::from_utf8(raw) else {
            let reads = String::from_utf8_lossy(raw).into_owned();
            return EntryName::plain(raw.to_vec(), &reads, is_file);
        };
        let plain = || {
            let key = if is_file { Kind::stem(name) } else { name };
            EntryName::plain(key.as_bytes().to_vec(), name, is_file)
        };
        if let Some(of_moodle) = moodle(name, is_file) {
            return of_moodle;
        }
        let mut of_canvas = if is_file { canvas(name) } else { Vec::new() };
        match of_canvas.len() {
            0 => gradescope(name, is_file).unwrap_or_else(plain),
            1 => of_canvas.remove(0),
            _ => EntryName { readings: of_canvas, ..plain() },
        }
    }

    /// Whether it came late, by its name in any of its readings.
    pub fn late(&self) -> Option<bool> {
        self.readings.iter().chain([self]).filter_map(|name| name.late).max()
    }

    fn plain(key: Vec<u8>, name: &str, is_file: bool) -> EntryName {
        let reads = String::from_utf8_lossy(&key).into_owned();
        EntryName {
            person: shown(&reads),
            aliases: vec![reads.to_lowercase(), name.to_lowercase()],
            reads,
            key,
            file: is_file.then(|| name.to_owned()),
            exported: false,
            number: None,
            submission: None,
            readings: Vec::new(),
            submitters: Vec::new(),
            late: None,
        }
    }

    fn exported(key: &str, person: &str, file: Option<&str>, aliases: &[&str]) -> EntryName {
        EntryName {
            key: key.as_bytes().to_vec(),
            reads: key.to_owned(),
            person: shown(person),
            aliases: aliases.iter().map(|alias| alias.to_lowercase()).collect(),
            file: file.map(str::to_owned),
            exported: true,
            number: None,
            submission: None,
            readings: Vec::new(),
            submitters: Vec::new(),
            late: None,
        }
    }
}

fn moodle(name: &str, is_file: bool) -> Option<EntryName> {
    let (key, rest) = name.split_once("_assignsubmission_")?;
    let (person, number) = key.rsplit_once('_')?;
    if !is_number(number) {
        return None;
    }
    let file = rest.split_once('_').map_or("", |(_, file)| file);
    // A grading worksheet calls them so, in a column "Identifier".
    let participant = format!("Participant {number}");
    // Numbers are the platform's; what a person is called is for the person to say, and comes last.
    let aliases = [name, key, &participant, number, person];
    Some(EntryName::exported(key, person, is_file.then_some(file), &aliases))
}

/// What `name` says by each place in it where Canvas's numbers may be.
fn canvas(name: &str) -> Vec<EntryName> {
    let parts: Vec<&str> = name.split('_').collect();
    let numbers = |&i: &usize| {
        let user = is_number(parts[i]) || parts[i - 1] == "anon";
        // Somebody who typed an answer has no number of a file: `lovelaceada_12345_text.html`.
        user && (is_number(parts[i + 1]) && parts.len() > i + 2
            || ["text.html", "link.html"].contains(&parts[i + 1]) && parts.len() == i + 2)
    };
    let says = |i: usize| {
        let of_file = if is_number(parts[i + 1]) { i + 2 } else { i + 1 };
        let file = parts[of_file..].join("_");
        let person: Vec<&str> = parts[..i].iter().copied().filter(|part| *part != "LATE").collect();
        let person = person.join("_");
        let key = format!("{person}_{}", parts[i]);
        let late = Some(parts[..i].contains(&"LATE"));
        let name = EntryName::exported(&key, &person, Some(&file), &[&key, parts[i], &person]);
        EntryName { number: parts[i + 1].parse().ok(), late, ..name }
    };
    (1..parts.len().saturating_sub(1)).filter(numbers).take(MAX_READINGS).map(says).collect()
}

fn gradescope(name: &str, is_file: bool) -> Option<EntryName> {
    let key = if is_file { Kind::stem(name) } else { name };
    let number = key.strip_prefix("submission_").filter(|number| is_number(number))?;
    let submission = Some(number.to_owned());
    Some(EntryName { submission, ..EntryName::exported(key, key, is_file.then_some(name), &[key]) })
}

/// Whether an entry of a class is nobody's: what systems and platforms put beside the submissions. Any
/// other name that begins with a dot is somebody's all the same: nobody goes missing for a name.
pub(super) fn is_nobodys(name: &[u8]) -> bool {
    const OTHERS: [&[u8]; 12] = [
        b"__MACOSX",
        b"Thumbs.db",
        b"desktop.ini",
        b"submission_metadata.yml",
        b".DS_Store",
        b".Spotlight-V100",
        b".Trashes",
        b".fseventsd",
        b".git",
        b".gitattributes",
        b".github",
        b".gitignore",
    ];
    name.starts_with(b"._") || OTHERS.contains(&name)
}

/// Whether a folder is the one that Gradescope wraps its export in: `assignment_123_export`.
pub(super) fn is_wrapper(name: &str) -> bool {
    let number = name.strip_prefix("assignment_").and_then(|rest| rest.strip_suffix("_export"));
    number.is_some_and(is_number)
}

#[cfg(test)]
mod tests {
    use super::EntryName;

    fn of(name: &str, is_file: bool) -> (String, String, String) {
        let of = EntryName::of(name.as_bytes(), is_file);
        (of.reads, of.person, of.file.unwrap_or_default())
    }

    fn says(key: &str, person: &str, file: &str) -> (String, String, String) {
        (key.to_owned(), person.to_owned(), file.to_owned())
    }

    #[test]
    fn the_names_of_three_platforms_are_understood() {
        let ada = "Ada Lovelace_12345";
        let folder = of("Ada Lovelace_12345_assignsubmission_file_", false);
        assert_eq!(folder, says(ada, "Ada Lovelace", ""));
        let file = of("Ada Lovelace_12345_assignsubmission_file_gather.rs", true);
        assert_eq!(file, says(ada, "Ada Lovelace", "gather.rs"));
        let typed = of("Ada Lovelace_12345_assignsubmission_onlinetext_", false);
        assert_eq!(typed, says(ada, "Ada Lovelace", ""));

        let ada = "lovelaceada_12345";
        let on_time = of("lovelaceada_12345_67890_01-gather-1.rs", true);
        assert_eq!(on_time, says(ada, "lovelaceada", "01-gather-1.rs"));
        let late = of("lovelaceada_LATE_12345_67890_my_work_1_x.zip", true);
        assert_eq!(late, says(ada, "lovelaceada", "my_work_1_x.zip"));
        let late = |name: &str| EntryName::of(name.as_bytes(), true).late;
        assert_eq!(late("lovelaceada_LATE_12345_67890_a.zip"), Some(true));
        assert_eq!(late("lovelaceada_12345_67890_LATE.zip"), Some(false));
        assert_eq!(late("LATE.zip"), None);
        let typed = of("lovelaceada_12345_text.html", true);
        assert_eq!(typed, says(ada, "lovelaceada", "text.html"));
        let nameless = of("LATE_anon_x7Y2z_67890_gather.rs", true);
        assert_eq!(nameless, says("anon_x7Y2z", "anon", "gather.rs"));

        assert_eq!(of("submission_123", false), says("submission_123", "submission_123", ""));
    }

    #[test]
    fn where_numbers_could_be_anybodys_there_are_several_readings() {
        for name in [
            "victim_111_222_x_333_9_w.zip",
            "victim_111_333_9_w.zip",
            "victim_111_333_text.html",
            "anon_x7_111_222_w.zip",
        ] {
            let of = EntryName::of(name.as_bytes(), true);
            assert!(of.readings.len() > 1 && !of.exported, "{of:?}");
            assert!(of.aliases.contains(&name.to_owned()), "{of:?}");
            assert!(!of.reads.eq("victim_111"), "{of:?}");
        }
        assert_eq!(EntryName::of(b"victim_111_222_w.zip", true).readings, []);
        assert_eq!(EntryName::of(b"a_1_2_b_3_4_c", false).readings, []);
    }

    #[test]
    fn any_other_name_is_somebodys_own() {
        assert_eq!(of("ada.tar.gz", true), says("ada", "ada", "ada.tar.gz"));
        assert_eq!(of("ada.ZIP", true), says("ada", "ada", "ada.ZIP"));
        assert_eq!(of("ada.docx", true), says("ada.docx", "ada.docx", "ada.docx"));
        assert_eq!(of("ada.zip", false), says("ada.zip", "ada.zip", ""));
        assert_eq!(of("a_1_2_b.zip", false), says("a_1_2_b.zip", "a_1_2_b.zip", ""));
        assert_eq!(of("x\u{1b}[2Jy", false).1, "x\u{fffd}[2Jy");
    }
}
