//! The README's pictures, and a wild one, as a browser shows them: in light and dark pages, narrow
//! and wide, as an image and inline.
//!
//! What a program can tell it asserts: that no text leaves its card, meets another, is too small or
//! too faint, and that the reader's preference for dark is followed. What it cannot tell is in
//! `target/tmp/browser-*.png`, for somebody to look at.

#[path = "browser/chromium.rs"]
mod chromium;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use verdict::shared_pictures::{Panel, Promised, Run};
use verdict::{Fate, Span, Timeline, svg};

/// The grounds of the cards, as the style sheet has them.
const LIGHT: &str = "card rgb(252, 252, 250)";
const DARK: &str = "card rgb(24, 27, 32)";

#[test]
fn pictures_are_legible_in_light_and_dark_on_narrow_and_wide_pages() {
    let Some(browser) = chromium::find("the pictures were not looked at") else { return };
    let wild = wild();
    let pictures = [
        ("gather-solution", read("docs/pictures/gather-solution.svg")),
        ("gather-one-after-another", read("docs/pictures/gather-one-after-another.svg")),
        ("wild", wild),
    ];
    for (width, height) in [(600, 3200), (1280, 2000)] {
        for (scheme, ground, flags) in [
            ("light", LIGHT, &[][..]),
            ("dark", DARK, &["--blink-settings=preferredColorScheme=0"]),
        ] {
            let path = scratch(&format!("browser-{width}-{scheme}.html"));
            fs::write(&path, page(scheme, &pictures)).unwrap();
            let window = format!("--window-size={width},{height}");
            let start = || {
                let mut command = Command::new(browser);
                command.args(flags).arg(&window).arg("--hide-scrollbars");
                command
            };

            let dom = chromium::show(start().arg("--dump-dom"), &path).printed;
            let (_, found) = dom.split_once("<pre id=\"found\">").expect("the page was measured");
            let found = found.split("</pre>").next().unwrap();
            assert!(!found.contains("fault: "), "{width} {scheme}:\n{found}");
            assert_eq!(found.matches(ground).count(), 2 * pictures.len(), "{scheme}:\n{found}");

            let shot = path.with_extension("png");
            let _ = fs::remove_file(&shot);
            chromium::show(start().arg(format!("--screenshot={}", shot.display())), &path);
            let png = fs::read(&shot).expect("a screenshot was taken");
            assert_eq!(png.get(16..24), Some(&size(width, height)[..]), "its size, by its header");
            assert!(png.len() > 20_000, "{} is blank", shot.display());
        }
    }
}

fn size(width: u32, height: u32) -> [u8; 8] {
    let mut bytes = [0; 8];
    bytes[..4].copy_from_slice(&width.to_be_bytes());
    bytes[4..].copy_from_slice(&height.to_be_bytes());
    bytes
}

/// A page with every picture, first as an image, then inline.
fn page(scheme: &str, pictures: &[(&str, String)]) -> String {
    let ground = if scheme == "dark" { "#0d1117" } else { "#ffffff" };
    let mut shown = String::new();
    for (name, picture) in pictures {
        // Only an image that came with the page may be looked at pixel by pixel.
        let encoded: String = picture.bytes().map(|byte| format!("%{byte:02x}")).collect();
        let source = format!("data:image/svg+xml,{encoded}");
        shown += &format!("<div><img data-name=\"{name}\" src=\"{source}\"></div>\n");
        shown += &format!("<div data-name=\"{name}\">{picture}</div>\n");
    }
    let script = include_str!("browser/measure.js");
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Pictures</title>\n\
         <style>body {{ margin: 0; background: {ground}; columns: 600px; column-gap: 16px }}\n\
         div {{ break-inside: avoid; padding-bottom: 16px }} img, svg {{ display: block }}\n\
         pre {{ display: none }}</style>\n\
         <body>{shown}<script>{script}</script></body></html>\n"
    )
}

/// A picture of what nobody draws on purpose.
fn wild() -> String {
    let names = ["W".repeat(200), "東京タワーの天気".repeat(25), "<b>&\"'</b>".to_owned()];
    let second = Duration::from_secs(1);
    let fates = [Fate::Completed, Fate::Cancelled, Fate::Running];
    let spans = (0..2_000).map(|i| {
        let start = second * (i as u32 / 3);
        let end = start + second * 40 * (i as u32 % 2);
        Span {
            name: names[i % 3].clone(),
            start,
            end,
            fate: fates[i / 2 % 3],
            panicked: false,
            own: false,
        }
    });
    let spans: Vec<Span> = spans.collect();
    let end = spans.iter().map(|span| span.end).max().unwrap_or_default();
    let timeline = Timeline { spans, end, dropped: 9, ..Timeline::default() };
    let few =
        Timeline { spans: timeline.spans[..9].to_vec(), end: second * 42, ..timeline.clone() };
    let happened = Some(names.concat());
    let promises = vec![Promised { words: names[0].clone(), kept: false, happened }];
    let runs = vec![
        Run { label: names[1].clone(), timeline },
        Run { label: "few".to_owned(), timeline: few },
        Run { label: "none".to_owned(), timeline: Timeline::default() },
    ];
    svg::draw(&names.concat(), &[Panel { promises, runs }])
}

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    fs::read_to_string(root.join(path)).unwrap()
}
