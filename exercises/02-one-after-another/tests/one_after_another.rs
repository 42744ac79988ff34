//! The promises of `checkout`. Each runs on a clock that jumps: seconds cost nothing and are exact.

mod model;

use futures::future::join;
use judge::{Fate, Kept, Run, Seen, Span};
use lab::SECOND;
use model::STEPS;
use one_after_another::checkout;
use one_after_another::given::{Receipt, Refusal};

type Outcome = anyhow::Result<Receipt>;

/// How the shop's calls are called in the picture.
const CALLS: [&str; 4] = ["log in", "basket", "address", "payment"];

#[test]
fn every_customer_gets_the_receipt_of_their_own_purchase() -> Kept {
    const ADA: (u32, &str) = (42, "12 Engine Lane");
    let one = checking_out("ada").promises(|seen| match &seen.value {
        Some(outcome) => receipt_is(outcome, "ada", ADA),
        None => Ok(()),
    });
    let two = judge::run(|| join(checkout("joan"), checkout("ada")));
    let two_at_once = two.promises(|seen| match &seen.value {
        Some((joan, ada)) => receipt_is(joan, "joan", (17, "7 Harbour Street"))
            .and_then(|()| receipt_is(ada, "ada", ADA)),
        _ => Ok(()),
    });
    let two_at_once = two_at_once.usually_means(
        "mixed-up-customers",
        "joan got a receipt for what ada buys. The two checkouts run at the same time, and what one \
         of them learns must not reach the other: keep it in local variables.",
        |seen| match &seen.value {
            Some((Ok(joan), _)) => joan.is_genuine() && (joan.total, &*joan.ship_to) == ADA,
            _ => false,
        },
    );
    one.kept().and(two_at_once.kept())
}

#[test]
fn basket_and_address_are_fetched_together() -> Kept {
    in_time(buying("ada"))
        .together(&["basket of ada", "address of ada"])
        .starts("basket of ada", SECOND)
        .starts("address of ada", SECOND)
        .kept()
}

#[test]
fn payment_waits_for_the_slower_of_the_two() -> Kept {
    let address_is_slower = in_time(buying("joan")).starts("payment of joan", 3 * SECOND);
    let basket_is_slower = in_time(buying("grace")).starts("payment of grace", 4 * SECOND);
    address_is_slower.kept().and(basket_is_slower.kept())
}

#[test]
fn four_calls_take_four_seconds() -> Kept {
    let all_well = in_time(making_once(buying("ada"), &CALLS));
    // A refusal is an answer too: nobody likes a card to be charged until it gives in.
    let declined = making_once(checking_out("pedro"), &CALLS);
    all_well.takes(4 * SECOND).kept().and(declined.kept())
}

#[test]
fn after_a_failed_log_in_no_further_call_is_made() -> Kept {
    making_once(checking_out("mallory"), &CALLS[..1])
        .never_starts("basket of mallory")
        .never_starts("address of mallory")
        .never_starts("payment of mallory")
        .kept()
}

#[test]
fn without_basket_or_address_nobody_pays() -> Kept {
    let no_basket = checking_out("oscar").never_starts("payment of oscar");
    let no_address = checking_out("nora").never_starts("payment of nora");
    no_basket.kept().and(no_address.kept())
}

#[test]
fn an_error_names_its_step_and_what_the_shop_said() -> Kept {
    let failing = |user, step, said| {
        checking_out(user)
            .usually_means(
                "no-context",
                "This is the shop's own error with nothing added: `?` alone passes it on as it is. \
                 anyhow's `context` puts a line of yours on top of it.",
                |seen| seen.value.as_ref().is_some_and(is_bare),
            )
            .usually_means(
                "cause-thrown-away",
                "The shop's own error is not part of this one. anyhow's `context` puts a line of \
                 yours on top of an error and keeps it as the cause.",
                |seen| was_refused(seen) && seen.value.as_ref().is_some_and(|it| lost(it, said)),
            )
            .usually_means(
                "one-context-for-two",
                "A line that names both calls cannot tell which of them failed: give each a \
                 `context` of its own.",
                |seen| step != "log in" && seen.value.as_ref().is_some_and(names_both),
            )
            .promises(|seen| blames(seen, step, said))
            .kept()
    };
    failing("trudy", "log in", "unknown customer")
        .and(failing("oscar", "basket", "out of order"))
        .and(failing("nora", "address", "nothing on file"))
        .and(failing("pedro", "pay", "card declined"))
}

#[test]
fn nothing_is_left_running_not_even_after_a_failure() -> Kept {
    let tidy = |user| judge::run(move || checkout(user)).leaves_nothing_running().kept();
    tidy("joan").and(tidy("oscar")).and(tidy("nora"))
}

#[test]
fn all_of_this_holds_for_whatever_customer() -> Kept {
    judge::any_input(model::cases)
}

/// The checkout of somebody to whom the shop refuses nothing.
fn buying(user: &'static str) -> Run<Outcome> {
    checking_out(user)
        .promises(|seen| match &seen.value {
            Some(Err(error)) => {
                Err(format!("It failed: \"{error:#}\"; the promise is a receipt for {user}."))
            }
            _ => Ok(()),
        })
        .usually_means("gave-up-waiting", GAVE_UP, |seen| {
            let cancelled = |span: &Span| span.fate == Fate::Cancelled;
            seen.value.as_ref().is_some_and(Result::is_err)
                && seen.spans("").into_iter().any(cancelled)
                && !was_refused(seen)
        })
}

/// A checkout, with the mistakes to be made in any.
fn checking_out(user: &'static str) -> Run<Outcome> {
    judge::run(move || checkout(user))
        .usually_means(
            "made-up-session",
            "The shop was shown a session that it never gave out. Real ones come from log_in alone: \
             what needs a session has to wait for it.",
            |seen| seen.timeline.said.iter().any(|said| said.line.contains("not one of ours")),
        )
        .usually_means(
            "refusal-swallowed",
            "The shop refused the payment, and a receipt was returned all the same. A refusal is an error: \
             pass it on with `?`.",
            |seen| {
                let mut said = seen.timeline.said.iter();
                let refused = said.any(|said| {
                    said.line.starts_with("payment") && said.line.contains(": refused, ")
                });
                refused && matches!(&seen.value, Some(Ok(_)))
            },
        )
        .usually_means(
            "made-up-receipt",
            "The shop did not write this receipt: return the one from pay, unchanged.",
            |seen| matches!(&seen.value, Some(Ok(receipt)) if !receipt.is_genuine()),
        )
        .usually_means(
            "pays-without",
            "The shop had refused basket or address, and pay was called all the same. An error is a value here, and stops nothing until `?` or you look at it.",
            paid_after_a_refusal,
        )
        .usually_means(
            "paid-too-early",
            "Payment began before basket and address were both there. It needs both results: wait \
             for the slower one too.",
            paid_too_early,
        )
}

/// A checkout whose seconds count, with the mistake that costs some.
fn in_time(run: Run<Outcome>) -> Run<Outcome> {
    run.usually_means(
        "fetched-in-turn",
        "Basket and address were fetched in turn, and neither needs the other. Have both under way \
         before you wait for the end of either.",
        |seen| match (&seen.spans("basket")[..], &seen.spans("address")[..]) {
            ([basket], [address]) => {
                let done = basket.fate == Fate::Completed && address.fate == Fate::Completed;
                done && (basket.end <= address.start || address.end <= basket.start)
            }
            _ => false,
        },
    )
}

const GAVE_UP: &str = "A call was cancelled before the shop had answered it. Some answers take longer than \
                       others: wait for them, however long that is.";

const CALLED_TWICE: &str =
    "Every call is a new request to the shop: make it once, and share its result.";

/// A checkout that makes each of these calls once.
fn making_once(run: Run<Outcome>, calls: &'static [&str]) -> Run<Outcome> {
    run.promises(|seen| made_once(seen, calls))
        .usually_means(
            "asked-again",
            "The shop had refused, and was asked the same again. A refusal is an answer too: pass \
             it on.",
            |seen| CALLS.iter().any(|call| asked_again(seen, call)),
        )
        .usually_means("called-twice", CALLED_TWICE, |seen| {
            CALLS.iter().any(|call| seen.spans(call).len() > 1)
        })
}

fn receipt_is(outcome: &Outcome, user: &str, (total, ship_to): (u32, &str)) -> Result<(), String> {
    let receipt = match outcome {
        Ok(receipt) => receipt,
        Err(error) => {
            return Err(format!("It failed: \"{error:#}\"; the promise is a receipt for {user}."));
        }
    };
    if (receipt.total, &*receipt.ship_to) != (total, ship_to) {
        Err(format!(
            "The receipt for {user} says {} to \"{}\"; the promise is {total} to \"{ship_to}\".",
            receipt.total, receipt.ship_to
        ))
    } else if !receipt.is_genuine() {
        Err(format!(
            "The receipt for {user} has number {}; the promise is one of the shop's numbers.",
            receipt.number
        ))
    } else {
        Ok(())
    }
}

fn made_once(seen: &Seen<Outcome>, calls: &[&str]) -> Result<(), String> {
    calls.iter().try_for_each(|call| match seen.spans(call).len() {
        1 => Ok(()),
        0 => Err(format!("The call \"{call}\" was never made; the promise is once.")),
        n => Err(format!("The call \"{call}\" was made {n} times; the promise is once.")),
    })
}

/// The error names `step`, and says what the shop `said`.
fn blames(seen: &Seen<Outcome>, step: &str, said: &str) -> Result<(), String> {
    match &seen.value {
        Some(Err(error)) => tells(&format!("{error:#}"), step, said),
        Some(Ok(_)) => Err(format!("It succeeded; the promise is an error that says \"{said}\".")),
        None => Ok(()),
    }
}

/// The error names `step` and no other, and what the shop `said`, in small letters or capitals.
fn tells(error: &str, step: &str, said: &str) -> Result<(), String> {
    let words = error.to_lowercase();
    if !words.contains(step) {
        return Err(format!(
            "Its error reads \"{error}\"; the promise is that it names the step that failed, \
             \"{step}\"."
        ));
    }
    for other in STEPS {
        if other != step && words.contains(other) {
            return Err(format!(
                "Its error reads \"{error}\"; it names \"{other}\" too, though only \"{step}\" failed."
            ));
        }
    }
    if words.contains(said) {
        return Ok(());
    }
    Err(format!(
        "Its error reads \"{error}\"; the promise is that it gives the shop's reason, \"{said}\"."
    ))
}

/// Whether this is the shop's own error with nothing added.
fn is_bare(outcome: &Outcome) -> bool {
    outcome.as_ref().is_err_and(|error| error.is::<Refusal>() && error.chain().count() == 1)
}

/// Whether neither the shop's error nor its words are in this one.
fn lost(outcome: &Outcome, said: &str) -> bool {
    outcome.as_ref().is_err_and(|error| {
        let kept = error.chain().any(|cause| cause.is::<Refusal>());
        !kept && !format!("{error:#}").to_lowercase().contains(said)
    })
}

fn names_both(outcome: &Outcome) -> bool {
    let error = match outcome {
        Ok(_) => return false,
        Err(error) => format!("{error:#}").to_lowercase(),
    };
    error.contains("basket") && error.contains("address")
}

/// Whether the shop said no to anything.
fn was_refused(seen: &Seen<Outcome>) -> bool {
    seen.timeline.said.iter().any(|said| said.line.contains(": refused, "))
}

/// Whether a call was made once more when the shop had refused it.
fn asked_again(seen: &Seen<Outcome>, call: &str) -> bool {
    let calls = seen.spans(call);
    seen.timeline.said.iter().any(|said| {
        let refused = said.line.starts_with(call) && said.line.contains(": refused, ");
        refused && calls.iter().skip(1).any(|again| again.start >= said.at)
    })
}

/// Whether payment began when the result of basket or address was not there yet.
fn paid_too_early(seen: &Seen<Outcome>) -> bool {
    let Some(payment) = seen.spans("payment").first().map(|payment| payment.start) else {
        return false;
    };
    let there = |span: &&Span| span.fate == Fate::Completed && span.end <= payment;
    !["basket", "address"].iter().all(|call| seen.spans(call).iter().any(there))
}

/// Whether payment began when basket or address had already been refused.
fn paid_after_a_refusal(seen: &Seen<Outcome>) -> bool {
    let Some(payment) = seen.spans("payment").first().map(|payment| payment.start) else {
        return false;
    };
    seen.timeline.said.iter().any(|said| {
        let fetched = said.line.starts_with("basket") || said.line.starts_with("address");
        fetched && said.line.contains("refused") && said.at <= payment
    })
}
