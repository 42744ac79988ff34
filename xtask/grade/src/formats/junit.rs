//! `junit/<id>.xml`: one student's result as nextest writes JUnit's reports, a suite an exercise and
//! a case a promise. <https://nexte.st/docs/machine-readable/junit/>
//!
//! There is no time in it and no date: the same results give the same bytes. What is broken is a
//! `failure`; what was not put to the test, or has no report that counts, is an `error`.

use super::put;
use super::student_record::{Exercise, Promise, State, StudentRecord};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;
use std::path::Path;
use xtask::failure::Failure;

type Xml = Writer<Vec<u8>>;

/// Where a student's is.
pub fn path_of(id: &str) -> String {
    format!("junit/{id}.xml")
}

pub fn write(out: &Path, record: &StudentRecord) -> Result<(), Failure> {
    let path = path_of(&record.id);
    let xml = report(record)
        .map_err(|error| Failure::machine(format!("could not make {path}: {error}")))?;
    put(out, &path, &xml)
}

fn report(record: &StudentRecord) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 4);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let (tests, failures, errors) = counts(record.exercises.iter().flat_map(|it| &it.promises));
    xml.create_element("testsuites")
        .with_attributes([
            ("name", record.id.as_str()),
            ("tests", tests.as_str()),
            ("failures", failures.as_str()),
            ("errors", errors.as_str()),
        ])
        .write_inner_content(|xml| {
            record.exercises.iter().try_for_each(|exercise| suite(xml, exercise, &record.tier))
        })?;
    xml.write_indent()?;
    Ok(xml.into_inner())
}

fn suite(xml: &mut Xml, exercise: &Exercise, tier: &str) -> io::Result<()> {
    let name = exercise.folder();
    let (tests, failures, errors) = counts(exercise.promises.iter());
    xml.create_element("testsuite")
        .with_attributes([
            ("name", name.as_str()),
            ("tests", tests.as_str()),
            ("disabled", "0"),
            ("errors", errors.as_str()),
            ("failures", failures.as_str()),
        ])
        .write_inner_content(|xml| {
            xml.create_element("properties").write_inner_content(|xml| {
                let property = xml.create_element("property");
                property.with_attributes([("name", "tier"), ("value", tier)]).write_empty()?;
                Ok(())
            })?;
            exercise.promises.iter().try_for_each(|promise| case(xml, &name, promise))?;
            let notes = [exercise.remarks.join("\n"), exercise.why.clone()];
            output(xml, notes.join("\n\n").trim())
        })?;
    Ok(())
}

fn case(xml: &mut Xml, suite: &str, promise: &Promise) -> io::Result<()> {
    xml.create_element("testcase")
        .with_attributes([("name", promise.entry.name.as_str()), ("classname", suite)])
        .write_inner_content(|xml| {
            if let Some(element) = element(promise) {
                xml.create_element(element)
                    .with_attributes([
                        ("message", promise.reason.as_str()),
                        ("type", promise.kind.as_str()),
                    ])
                    .write_text_content(BytesText::new(&promise.message))?;
            }
            output(xml, &promise.printed)
        })?;
    Ok(())
}

/// What says that a promise is not kept.
fn element(promise: &Promise) -> Option<&'static str> {
    match promise.state {
        State::Kept => None,
        State::Broken => Some("failure"),
        State::Unproved | State::Untested => Some("error"),
    }
}

fn output(xml: &mut Xml, text: &str) -> io::Result<()> {
    if !text.is_empty() {
        xml.create_element("system-out").write_text_content(BytesText::new(text))?;
    }
    Ok(())
}

/// How many there are, how many of them are failures, and how many errors.
fn counts<'a>(promises: impl Iterator<Item = &'a Promise<'a>>) -> (String, String, String) {
    let elements: Vec<_> = promises.map(element).collect();
    let those = |wanted| elements.iter().filter(|it| **it == Some(wanted)).count().to_string();
    (elements.len().to_string(), those("failure"), those("error"))
}
