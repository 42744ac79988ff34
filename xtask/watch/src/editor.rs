//! Opens an answer in the learner's editor, beside watch and never in its terminal.
//!
//! The editor is a command line for the system's shell, which gets the file as its last word: the one that
//! was asked for, or the one that fits the terminal. In tmux the learner's own editor gets a pane.

use crate::Message;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// How files are opened here.
#[derive(Clone)]
pub enum Editor {
    /// By this command line.
    Shell(String),
    /// By this one, in a pane of tmux.
    Tmux(String, Arc<Mutex<Option<Pane>>>),
}

/// A pane that was opened, and the file in it.
pub struct Pane {
    id: String,
    file: PathBuf,
}

impl Editor {
    /// The command line that was `asked` for, or else what fits the terminal that `variable` tells of.
    pub fn find(
        asked: Option<String>,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Option<Editor> {
        let set = |name: &str| variable(name).filter(|value| !value.trim().is_empty());
        if let Some(command) = asked {
            Some(Editor::Shell(command))
        } else if set("TERM_PROGRAM").is_some_and(|name| name == "vscode") {
            Some(Editor::Shell("code -g".to_owned()))
        } else if set("ZELLIJ").is_some() {
            // Zellij itself knows the learner's editor.
            Some(Editor::Shell("zellij action edit".to_owned()))
        } else {
            set("TMUX")?;
            Some(Editor::Tmux(set("VISUAL").or_else(|| set("EDITOR"))?, Arc::default()))
        }
    }

    /// Opens `file` in the background. What goes wrong is sent as [`Message::NotOpened`].
    pub fn open(&self, file: PathBuf, messages: Sender<Message>) {
        let editor = self.clone();
        thread::spawn(move || {
            let opened = match &editor {
                Editor::Shell(words) => {
                    let mut command = shell(words, &file);
                    // It may still print something when watch is over.
                    command.stdout(Stdio::null());
                    done(command).map(drop)
                }
                Editor::Tmux(words, pane) => in_tmux(words, pane, &file),
            };
            if let Err(why) = opened {
                // Nobody listens any more when watch is over.
                let _ = messages.send(Message::NotOpened(why));
            }
        });
    }
}

/// Shows `file` in the pane where it is open already, or else in a new one beside watch. A pane with another
/// file moves to a window of its own: nothing in it is lost, and watch keeps its half of the screen.
fn in_tmux(words: &str, pane: &Mutex<Option<Pane>>, file: &Path) -> Result<(), String> {
    let tmux = |args: &[&str]| {
        let mut tmux = Command::new("tmux");
        tmux.args(args);
        tmux
    };
    let mut pane = pane.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(Pane { id, file: open }) = pane.take() {
        if open == file && done(tmux(&["select-pane", "-t", &id])).is_ok() {
            *pane = Some(Pane { id, file: open });
            return Ok(());
        }
        // It fails if the pane was closed, and then there is nothing to move.
        let _ = done(tmux(&["break-pane", "-d", "-s", &id]));
    }
    let mut split = tmux(&["split-window", "-h", "-P", "-F", "#{pane_id}"]);
    let command = shell(words, file);
    split.arg(command.get_program()).args(command.get_args());
    let id = done(split)?.trim().to_owned();
    *pane = Some(Pane { id, file: file.to_owned() });
    Ok(())
}

/// The command line `words`, with `file` as its last word.
#[cfg(unix)]
fn shell(words: &str, file: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{words} \"$1\""), "sh"]).arg(file);
    command
}

/// As above. This shell also finds `code.cmd` by the name `code`.
#[cfg(windows)]
fn shell(words: &str, file: &Path) -> Command {
    use std::os::windows::process::CommandExt;
    let mut command = Command::new("cmd");
    command.raw_arg(format!("/D /S /C \"{words} \"{}\"\"", file.display()));
    command
}

/// Runs it to its end; what it printed. It has neither keys nor screen: both are watch's.
fn done(mut command: Command) -> Result<String, String> {
    // An editor that reaches for the terminal all the same is stopped by the system.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output();
    match output {
        Ok(output) if output.status.success() => {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Ok(output) => Err(output.status.to_string()),
        Err(error) => Err(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The command line, and whether it gets a pane of tmux.
    fn found(asked: Option<&str>, variables: &[(&str, &str)]) -> Option<(String, bool)> {
        let variable = |name: &str| {
            variables.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).to_owned())
        };
        Editor::find(asked.map(str::to_owned), variable).map(|editor| match editor {
            Editor::Shell(words) => (words, false),
            Editor::Tmux(words, _) => (words, true),
        })
    }

    #[test]
    fn the_editor_is_the_one_asked_for_or_the_one_of_this_terminal() {
        let shell = |words: &str| Some((words.to_owned(), false));
        let tmux = |words: &str| Some((words.to_owned(), true));
        let vscode = ("TERM_PROGRAM", "vscode");
        assert_eq!(found(Some("subl"), &[vscode]), shell("subl"));
        assert_eq!(found(None, &[vscode, ("EDITOR", "vi")]), shell("code -g"));
        assert_eq!(found(None, &[("ZELLIJ", "0")]), shell("zellij action edit"));
        assert_eq!(found(None, &[("TMUX", "s"), ("EDITOR", "vi")]), tmux("vi"));
        assert_eq!(
            found(None, &[("TMUX", "s"), ("EDITOR", "vi"), ("VISUAL", "emacs -nw")]),
            tmux("emacs -nw")
        );
        // An editor in the terminal itself would take it away from watch.
        assert_eq!(found(None, &[("EDITOR", "vi")]), None);
        assert_eq!(found(None, &[("TMUX", "s"), ("EDITOR", "")]), None);
        assert_eq!(found(None, &[("TERM_PROGRAM", "iTerm.app")]), None);
    }
}
