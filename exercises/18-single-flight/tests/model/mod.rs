//! What must be seen of `Rates`, whoever asks for what: a generator of markets, and the rules that every allowed
//! run keeps to. They leave a choice: if the one who asked gives up, the question goes on, or begins anew.

use super::{Answers, Client, Heard, day, ms};
use judge::{Call, Case, Fate, Observation, Rng, Scenario, Span, time};
use single_flight::given::Answer;
use std::time::Duration;

/// From nobody to hundreds who ask, each market beside two others; then one that goes on for days.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for (rounds, crowd) in
        [(0, 1), (1, 1), (1, 2), (2, 1), (2, 2), (3, 3), (1, 9), (4, 4), (6, 2), (2, 30), (9, 5)]
    {
        let [one, two, three] = ["", " b", " c"].map(|tag| market(rng, rounds, crowd, tag));
        let case = Case::new(one).beside(rng.time(1, 900), two);
        cases.push(case.beside(rng.time(1, 5_000), three));
    }
    cases.push(Case::new(market(rng, 1, 120, "")).once());
    // More currencies than anybody would make room for, and at the end somebody asks for the first once more.
    let mut many = market(rng, 0, 1, "");
    for number in 0..110 {
        let currency = format!("money {number}");
        let answer = Answer { knows: true, takes: ms(odd(rng.between(600, 900))) };
        many.answers.insert(currency.clone(), vec![answer]);
        let (who, at) = (format!("client {}", number + 1), ms(4 * number + 1));
        many.clients.push(Client { who, currency, at, until: None, again: false });
    }
    let again = Client { at: ms(9_001), ..many.clients[0].clone() };
    many.clients.push(again);
    cases.push(Case::new(many).once());
    let mut slow = market(rng, 2, 3, "");
    for answers in slow.answers.values_mut() {
        answers.iter_mut().for_each(|answer| answer.takes *= 2_000);
    }
    slow.clients.iter_mut().for_each(|client| client.until = None);
    cases.push(Case::new(slow).once());
    cases
}

struct Market {
    answers: Answers,
    clients: Vec<Client>,
    tag: &'static str,
}

/// Rounds in each of which a crowd asks for some currencies, within half a second. Of those who ask for the same,
/// the last one stays.
fn market(rng: &mut Rng, rounds: usize, crowd: usize, tag: &'static str) -> Market {
    let mut market = Market { answers: Answers::new(), clients: Vec::new(), tag };
    let names = ["lev", "dinar", "forint", ""];
    let mut from = 0;
    for _ in 0..rounds {
        let names: Vec<String> = names.iter().map(|name| format!("{name}{tag}")).collect();
        let mut longest = 0;
        for name in names {
            let many = if rng.one_in(3) { 0 } else { rng.between(1, crowd as u64) };
            let mut at = from;
            let first = market.clients.len();
            for _ in 0..many {
                at += rng.between(1, 480 / many.min(400));
                let who = format!("client {}", market.clients.len() + 1);
                market.clients.push(Client {
                    who,
                    currency: name.clone(),
                    at: ms(odd(at)),
                    until: None,
                    again: false,
                });
            }
            for answer in 0..=many {
                let takes = odd(rng.between(600, 2_000));
                longest += takes;
                let answers = market.answers.entry(name.clone()).or_default();
                if answers.len() < 60 || answer == 0 {
                    answers.push(Answer { knows: !rng.one_in(3), takes: ms(takes) });
                }
            }
            for client in first..market.clients.len().saturating_sub(1) {
                if rng.one_in(4) {
                    market.clients[client].until = Some(ms(even(rng.between(at + 2, at + 500))));
                }
            }
        }
        from += 1_000 + longest;
    }
    market
}

/// Those who ask do so at odd moments, a question takes an odd time, and whoever gives up does so at an even
/// one that is no sum of these: so none of it happens at the same moment.
fn odd(millis: u64) -> u64 {
    4 * (millis / 4) + 1
}

fn even(millis: u64) -> u64 {
    4 * (millis / 4) + 4
}

impl Scenario for Market {
    fn input(&self) -> String {
        let client = |client: &Client| {
            let gives_up =
                client.until.map(|at| format!(" and gives up at {}", time(at))).unwrap_or_default();
            format!(
                "{} asks for \"{}\" at {}{gives_up}",
                client.who,
                client.currency,
                time(client.at)
            )
        };
        let mut told: Vec<String> = self.clients.iter().take(4).map(client).collect();
        if self.clients.len() > 4 {
            told.push(format!("{} more", self.clients.len() - 4));
        }
        let clients = if told.is_empty() { "nobody asks".to_owned() } else { told.join(", ") };
        format!("a market where {clients}")
    }

    fn call(&self) -> Call {
        let (answers, clients) = (self.answers.clone(), self.clients.clone());
        Call::new(move || async move {
            let line = |heard: &Heard| {
                let error = heard.error.as_deref().unwrap_or_default().replace('\n', " ");
                format!("{}\t{error}", heard.what)
            };
            let lines: Vec<String> = day(answers, clients).await.iter().map(line).collect();
            lines.join("\n")
        })
    }

    fn owns(&self, span: &str) -> bool {
        let tag = span.rsplit_once(' ').map_or("", |(_, end)| end);
        match self.tag {
            "" => tag != "b" && tag != "c",
            own => own.trim() == tag,
        }
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        let Some(value) = &seen.value else { return Ok(()) };
        for currency in self.answers.keys() {
            let name = format!("bank: {currency}");
            let mut questions: Vec<&Span> =
                seen.spans.iter().filter(|span| span.name == name).collect();
            questions.sort_by_key(|question| question.start);
            self.questions_fit(currency, &questions)?;
            for (client, heard) in self.clients.iter().zip(value.lines()) {
                if client.currency == *currency {
                    self.is_told(client, heard, &questions)?;
                }
            }
        }
        Ok(())
    }
}

impl Market {
    /// Never two at a time, each for as long as the bank takes, and none without need.
    fn questions_fit(&self, currency: &str, questions: &[&Span]) -> Result<(), String> {
        let mut known = false;
        for (nth, question) in questions.iter().enumerate() {
            let (name, start) = (&question.name, time(question.start));
            if nth > 0 && question.start < questions[nth - 1].end {
                return Err(format!(
                    "At {start} {name} began, and one like it was under way; the promise is never two."
                ));
            }
            if known {
                return Err(format!(
                    "At {start} {name} began, and the rate was known; the promise is no question."
                ));
            }
            let mut asks = self.clients.iter().filter(|client| client.currency == currency);
            let is_anew = nth > 0
                && questions[nth - 1].fate == Fate::Cancelled
                && questions[nth - 1].end == question.start;
            if !is_anew && !asks.any(|client| client.at == question.start) {
                return Err(format!("At {start} {name} began, and nobody asked then."));
            }
            let answer = self.answers[currency].get(nth);
            let answer =
                answer.copied().unwrap_or(Answer { knows: true, takes: Duration::from_secs(1) });
            match question.fate {
                Fate::Completed => known = answer.knows,
                _ => {
                    let mut all = self.clients.iter().filter(|client| client.currency == currency);
                    if !all.any(|client| client.until == Some(question.end)) {
                        let end = time(question.end);
                        return Err(format!(
                            "{name} was broken off at {end}, and nobody gave up then."
                        ));
                    }
                }
            }
        }
        Ok(())
    }

    /// It got what the first answer said that came after it had asked, when it came; or at once what was known.
    fn is_told(&self, client: &Client, heard: &str, questions: &[&Span]) -> Result<(), String> {
        let Client { who, currency, at, until, .. } = client;
        let (what, error) = heard.split_once('\t').unwrap_or((heard, ""));
        let answers =
            |nth: usize| self.answers[currency].get(nth).is_none_or(|answer| answer.knows);
        let mut all = (0..).zip(questions).filter(|(_, question)| question.fate == Fate::Completed);
        let answer = all.find(|(nth, question)| question.end > *at || answers(*nth));
        let promised = match answer {
            None => "nothing".to_owned(),
            Some((nth, question)) => {
                let then = question.end.max(*at);
                match answers(nth) {
                    _ if until.is_some_and(|until| until < then) => "nothing".to_owned(),
                    true => format!("{currency}, question {}, at {}", nth + 1, time(then)),
                    false => format!("an error at {}", time(then)),
                }
            }
        };
        // From the moment at which it asked, a question is under way, if nothing is known.
        let waits = answer.is_none_or(|(_, question)| question.end > *at);
        if waits && !questions.iter().any(|question| question.start <= *at && question.end > *at) {
            return Err(format!(
                "At {} {who} asked for \"{currency}\", and no question was under way then; the promise is one.",
                time(*at)
            ));
        }
        if what != promised {
            return Err(format!("{who} got {what}; the promise is {promised}."));
        }
        let says_all = error.contains(currency) && error.contains("there is no rate today");
        match what.starts_with("an error") && !says_all {
            true => Err(format!(
                "The error says \"{error}\"; the promise is the currency and what the bank said."
            )),
            false => Ok(()),
        }
    }
}
