//! What must be seen of `checkout`, whoever the customer is and however long the shop takes: a generator of
//! customers, and what has to be called, said, returned and over when.
//!
//! When basket or address fails, the text leaves a choice: the other call is dropped at that moment, or it
//! is awaited.

use judge::{Call, Case, Expected, Fate, Observation, Rng, Scenario, time};
use one_after_another::checkout;
use std::time::Duration;

/// Customers of every kind, from the usual seconds to weeks, each beside others.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for wrong in ["", "b", "a", "c", "ab", "bc", "ac"] {
        // The shop has three reasons to refuse something, and a guest's number says which.
        let users = [0, 1, 2].map(|reason| guest_with(rng, reason, wrong)).into();
        cases.push(case(rng, users, 2_000));
        let longest = rng.one_of(&[40, 9_000, 90_000, 20_000_000]);
        let users = [wrong, rng.one_of(&["", "a", "b"]), rng.one_of(&["", "c"])];
        let users = users.map(|wrong| guest(rng, wrong)).into();
        cases.push(case(rng, users, longest));
    }
    // Strangers, and one who looks like a customer.
    for user in ["", "Ada", " joan ", "payton", "guest 7x"] {
        let users = vec![user.to_owned(), guest(rng, ""), guest(rng, "b")];
        cases.push(case(rng, users, 4_000));
    }
    // The cheapest and the dearest basket.
    for user in ["guest 0", "guest 4294967295"] {
        let users = vec![user.to_owned(), guest(rng, "a"), "mallory".to_owned()];
        cases.push(case(rng, users, 4_000));
    }
    // Names that leave little room in a line.
    for wrong in ["b", "c"] {
        let user = guest(rng, wrong) + &"z".repeat(150);
        cases.push(case(rng, vec![user], 4_000));
    }
    // One and the same customer at several tills, and more customers than a limit was made for.
    let same = vec![guest(rng, ""); 4];
    cases.push(case(rng, same, 4_000));
    let crowd = (0..160).map(|_| guest(rng, "")).collect();
    cases.push(case(rng, crowd, 4_000).once());
    let patient = vec![guest(rng, "")];
    cases.push(case(rng, patient, 700_000_000).once());
    cases
}

fn guest(rng: &mut Rng, wrong: &str) -> String {
    let reason = rng.between(0, 2);
    guest_with(rng, reason, wrong)
}

fn guest_with(rng: &mut Rng, reason: u64, wrong: &str) -> String {
    let total = 3 * rng.between(1, 1_300_000_000) + reason;
    if wrong.is_empty() { format!("guest {total}") } else { format!("guest {total} {wrong}") }
}

/// All `users` check out beside each other. The four calls take other times for each of them, and no two
/// take the same.
fn case(rng: &mut Rng, users: Vec<String>, longest: u64) -> Case {
    // Each call of a crowd is under way while all the others' are.
    let crowd = users.len() > 100;
    let (least, late) = if crowd { (longest * 3 / 4, longest / 4) } else { (1, longest) };
    let middle = (least + longest) / 2;
    let mut world: Vec<(String, Duration)> = Vec::new();
    for user in &users {
        let [short, long] = [rng.time(least, middle), rng.time(middle + 1, longest)];
        let [basket, address] = if rng.one_in(2) { [short, long] } else { [long, short] };
        let takes = [rng.time(least, longest), basket, address, rng.time(least, longest)];
        for (call, takes) in CALLS.iter().zip(takes) {
            world.push((format!("{call} {user}"), takes));
        }
    }
    let customer = |user: &String| Customer { user: user.clone(), world: world.clone() };
    let mut case = Case::new(customer(&users[0]));
    for user in &users[1..] {
        case = case.beside(rng.time(0, late), customer(user));
    }
    case
}

/// How the shop's calls are called, before the customer's name.
const CALLS: [&str; 4] = ["log in as", "basket of", "address of", "payment of"];

/// How their steps are called in an error.
pub const STEPS: [&str; 4] = ["log in", "basket", "address", "pay"];

/// Somebody who buys, in a world in which calls take these times.
struct Customer {
    user: String,
    world: Vec<(String, Duration)>,
}

impl Scenario for Customer {
    fn input(&self) -> String {
        let [log_in, basket, address, pay] = [0, 1, 2, 3].map(|call| time(self.takes(call)));
        let mut refused = Vec::new();
        for (call, step) in STEPS.into_iter().enumerate() {
            if self.refusal(call).is_some() {
                refused.push(step);
            }
        }
        let refused = match refused.is_empty() {
            true => String::new(),
            false => format!("; the shop refuses {}", refused.join(" and ")),
        };
        format!(
            "checkout(\"{}\") when log in takes {log_in}, basket {basket}, address {address}, pay {pay}\
             {refused}",
            self.user
        )
    }

    fn call(&self) -> Call {
        let user = self.user.clone();
        Call::new(move || async move {
            match checkout(&user).await {
                Ok(it) if it.is_genuine() => receipt(&it.total.to_string(), &it.ship_to),
                Ok(_) => "a receipt that is not the shop's".to_owned(),
                Err(error) => format!("{ERROR}{error:#}\""),
            }
        })
    }

    fn owns(&self, span: &str) -> bool {
        CALLS.iter().any(|call| self.is_rest(span, call, |rest| rest.is_empty()))
    }

    fn says(&self, line: &str) -> bool {
        let ends = |rest: &str| rest == " ..." || rest.starts_with(": ");
        CALLS.iter().any(|call| self.is_rest(line, call, ends))
    }

    fn times(&self) -> Vec<(String, Duration)> {
        self.world.clone()
    }

    fn expected(&self) -> Option<Expected> {
        let one_fails = self.refusal(1).is_some() || self.refusal(2).is_some();
        (self.refusal(0).is_some() || !one_fails).then(|| self.promised(false))
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        for call in CALLS {
            let times = made(call, seen);
            if times > 1 {
                return Err(format!(
                    "The call \"{call}\" was made {times} times; the promise is once."
                ));
            }
        }
        let gave_up = seen.spans.iter().any(|span| span.fate == Fate::Cancelled);
        self.promised(gave_up).compare(seen)
    }

    fn usually_means(&self, seen: &Observation) -> Option<(&'static str, String)> {
        let cancelled = seen.spans.iter().any(|span| span.fate == Fate::Cancelled);
        let refused = (0..4).any(|call| self.refusal(call).is_some());
        if CALLS.iter().any(|call| made(call, seen) > 1) {
            Some(("called-twice", super::CALLED_TWICE.to_owned()))
        } else if seen.spans.is_empty() {
            Some((
                "not-asked",
                format!(
                    "Nobody asked the shop about \"{}\". Hand `user` to log_in as it is, whoever that is: \
                     only the shop knows its customers.",
                    self.user
                ),
            ))
        } else if cancelled && !refused {
            Some(("gave-up-waiting", super::GAVE_UP.to_owned()))
        } else {
            None
        }
    }
}

/// How often a call was made.
fn made(call: &str, seen: &Observation) -> usize {
    seen.spans.iter().filter(|span| span.name.starts_with(call)).count()
}

impl Customer {
    fn is_rest(&self, text: &str, call: &str, fits: impl Fn(&str) -> bool) -> bool {
        let rest = text.strip_prefix(call).and_then(|rest| rest.strip_prefix(' '));
        rest.and_then(|rest| rest.strip_prefix(self.user.as_str())).is_some_and(fits)
    }

    fn takes(&self, call: usize) -> Duration {
        let name = format!("{} {}", CALLS[call], self.user);
        self.world
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, takes)| *takes)
            .unwrap_or_default()
    }

    /// The number of a guest, and the letters of what goes wrong.
    fn guest(&self) -> Option<(u32, &str)> {
        let guest = self.user.strip_prefix("guest ")?;
        let (number, wrong) = guest.split_once(' ').unwrap_or((guest, ""));
        Some((number.parse().ok()?, wrong))
    }

    /// What the shop says when it refuses this call.
    fn refusal(&self, call: usize) -> Option<&'static str> {
        let Some((number, wrong)) = self.guest() else {
            return (call == 0).then_some("unknown customer");
        };
        let refused = call > 0 && wrong.contains(["b", "a", "c"][call - 1]);
        let reasons = ["closed until noon", "too busy", "sold out"];
        refused.then(|| reasons[(number as usize + call - 1) % 3])
    }

    /// What must be seen; when basket or address fails, where the other call is dropped then, or awaited.
    fn promised(&self, dropped: bool) -> Expected {
        let mut promised = Expected::new();
        let session = self.takes(0);
        self.made(&mut promised, 0, Duration::ZERO, None);
        if self.refusal(0).is_some() {
            self.fails(&mut promised, &[0], session);
            return promised;
        }
        let [basket, address] = [1, 2].map(|call| session + self.takes(call));
        let mut failed: Vec<usize> =
            [1, 2].into_iter().filter(|it| self.refusal(*it).is_some()).collect();
        let mut end = basket.max(address);
        if dropped && !failed.is_empty() {
            let earlier = if basket < address { 1 } else { 2 };
            if failed.contains(&earlier) {
                (failed, end) = (vec![earlier], basket.min(address));
            }
        }
        self.made(&mut promised, 1, session, Some(end));
        self.made(&mut promised, 2, session, Some(end));
        if !failed.is_empty() {
            self.fails(&mut promised, &failed, end);
            return promised;
        }
        self.made(&mut promised, 3, end, None);
        let paid = end + self.takes(3);
        match self.refusal(3) {
            Some(_) => self.fails(&mut promised, &[3], paid),
            None => {
                let total = self.guest().map(|(number, _)| number.to_string()).unwrap_or_default();
                promised.returns(receipt(&total, &format!("Room {total}, Halfway House")), paid);
            }
        }
        promised
    }

    /// The call is made at `start`, and dropped at `until` where it is not over by then.
    fn made(&self, promised: &mut Expected, call: usize, start: Duration, until: Option<Duration>) {
        let what = format!("{} {}", CALLS[call], self.user);
        let end = start + self.takes(call);
        promised.says(start, format!("{what} ..."));
        if let Some(until) = until.filter(|until| *until < end) {
            return promised.cancels(what, start, until);
        }
        promised.says(
            end,
            match self.refusal(call) {
                Some(reason) => format!("{what}: refused, {reason}"),
                None => format!("{what}: done"),
            },
        );
        promised.completes(what, start, end);
    }

    /// It returns the error of one of the calls that `failed`.
    fn fails(&self, promised: &mut Expected, failed: &[usize], at: Duration) {
        let mut all = Vec::new();
        for call in failed {
            all.push((STEPS[*call], self.refusal(*call).unwrap_or_default()));
        }
        let user = self.user.clone();
        promised.returns_what(at, move |returned| {
            // A name may have the name of a step in it, and that means nothing.
            let nameless = if user.is_empty() { returned.to_owned() } else { returned.replace(&user, "…") };
            let Some(error) = nameless.strip_prefix(ERROR) else {
                let (step, reason) = all[0];
                return Err(format!(
                    "It returned {returned}; the promise is an error that names \"{step}\" and \"{reason}\"."
                ));
            };
            let error = error.trim_end_matches('"');
            let mut misfit = Ok(());
            for (step, reason) in &all {
                misfit = super::tells(error, step, reason);
                if misfit.is_ok() {
                    break;
                }
            }
            misfit
        });
    }
}

const ERROR: &str = "the error \"";

fn receipt(total: &str, ship_to: &str) -> String {
    format!("the receipt of {total} to \"{ship_to}\"")
}
