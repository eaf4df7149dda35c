"""Good-deed campaigns: what is collected for, which deeds are on offer, and how many are done."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.participation import Campaign
from seurantalo.model.record import Kind
from seurantalo.publishing.addresses import FOLDERS, address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import list_page
from seurantalo.publishing.pages.shared.record import Frame, frame, record_card, record_page, record_pages
from seurantalo.publishing.pages.shared.texts import day_or_none, period_words, prose, summary
from seurantalo.publishing.pages.shared.view import Badge, Card, Fact, Link, Tone, fact_list
from seurantalo.publishing.publication import Page, depth_prefix

#: Campaigns on the list, those that go on first; the rest are counted.
MOST_LISTED: Final = 60


@dataclass(frozen=True, slots=True)
class DeedRow:
    """A deed: how many are offered, done and still to be had."""

    what: str
    price: str
    offered: str
    done: str
    left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignView:
    """The page of a campaign. ``percent`` is how much of the target has come in, at most 100; -1 without one."""

    frame: Frame
    badges: tuple[Badge, ...]
    purpose: Markup
    text: Markup
    money: str
    percent: int
    deeds_done: str
    deeds: tuple[DeedRow, ...]
    facts: tuple[Fact, ...]
    ask: Link | None
    over: bool


def is_over(campaign: Campaign, today: date) -> bool:
    """Return True for a campaign whose last day has passed."""
    return campaign.period.ends is not None and campaign.period.ends < today


def state_badge(ctx: PageContext, campaign: Campaign) -> Badge:
    """Return whether a campaign goes on, as a badge."""
    if is_over(campaign, ctx.today):
        return Badge(ctx.say("ended"))
    starts = campaign.period.starts
    if starts is not None and starts > ctx.today:
        return Badge(ctx.lang.say("begins {date}", date=day_or_none(ctx, starts)), Tone.INFO)
    return Badge(ctx.say("going on now"), Tone.GOOD)


def money_words(ctx: PageContext, campaign: Campaign) -> str:
    """Return how much has come in, and of how much; ``""`` where nobody has told."""
    say, euros = ctx.lang.say, ctx.lang.euros
    if campaign.raised is None:
        return say("Target {sum}", sum=euros(campaign.target)) if campaign.target is not None else ""
    if campaign.target is None:
        return say("{sum} so far", sum=euros(campaign.raised))
    return say("{sum} of {target}", sum=euros(campaign.raised), target=euros(campaign.target))


def percent(campaign: Campaign) -> int:
    """Return how much of the target has come in, in whole percent, at most 100; -1 where it can't be said."""
    if campaign.raised is None or not campaign.target:
        return -1
    return min(int(100 * campaign.raised / campaign.target), 100)


def deeds_words(ctx: PageContext, campaign: Campaign) -> str:
    """Return how many deeds are done of those on offer."""
    done = sum(deed.done for deed in campaign.deeds)
    offered = sum(deed.offered for deed in campaign.deeds)
    say, number = ctx.lang.say, ctx.lang.number
    return say("{done} of {offered} deeds done", done=number(done), offered=number(offered))


def campaign_view(ctx: PageContext, campaign: Campaign) -> CampaignView:
    """Return the page of a campaign."""
    root = depth_prefix(address(campaign))
    say = ctx.lang.say
    who = ctx.community.organisations[campaign.organisation]
    email = who.contact.email if who.contact is not None else ""
    return CampaignView(
        frame=frame(
            ctx,
            campaign,
            say("Good-deed campaigns"),
            kicker=say("Good-deed campaign"),
            invented=say("This campaign is invented. It shows what a page can be."),
        ),
        badges=(state_badge(ctx, campaign),),
        purpose=prose(ctx, campaign.purpose, root, "p-", 2),
        text=prose(ctx, campaign.text, root, "t-", 2),
        money=money_words(ctx, campaign),
        percent=percent(campaign),
        deeds_done=deeds_words(ctx, campaign),
        deeds=tuple(
            DeedRow(
                ctx.words(deed.what),
                ctx.lang.euros(deed.price) if deed.price is not None else "",
                ctx.lang.number(deed.offered),
                ctx.lang.number(deed.done),
                ctx.lang.number(max(deed.offered - deed.done, 0)),
            )
            for deed in campaign.deeds
        ),
        facts=fact_list(
            (say("Arranged by"), ctx.links(Kind.ORGANISATION, (who.id,), root)),
            (say("Time"), period_words(ctx, campaign.period)),
            (say("Municipality"), ctx.links(Kind.MUNICIPALITY, (campaign.municipality,), root)),
            (say("Events"), ctx.links(Kind.EVENT, campaign.events, root)),
        ),
        over=is_over(campaign, ctx.today),
        ask=Link(say("Ask for a deed"), f"mailto:{email}") if email and not is_over(campaign, ctx.today) else None,
    )


def campaign_card(ctx: PageContext, campaign: Campaign, root: str) -> Card:
    """Return a campaign for a list."""
    return record_card(
        ctx,
        campaign,
        root,
        text=summary(ctx, campaign.purpose, 150),
        kicker=ctx.names[Kind.ORGANISATION][campaign.organisation],
        badges=(state_badge(ctx, campaign),),
        meta=tuple(one for one in (deeds_words(ctx, campaign), money_words(ctx, campaign)) if one),
    )


def _page(ctx: PageContext, campaign: Campaign) -> Page:
    view, description = campaign_view(ctx, campaign), summary(ctx, campaign.purpose)
    return record_page(ctx, campaign, "participation/campaign.html", view, description)


#: A page for each campaign, by address.
campaign_pages: Final = record_pages(lambda community: community.campaigns, _page)


def campaign_index(ctx: PageContext) -> Page:
    """Return the list of campaigns: those that go on, then the others, the latest first."""
    folder = FOLDERS[Kind.CAMPAIGN]
    root = depth_prefix(folder)
    ordered = sorted(
        ctx.community.campaigns.values(),
        key=lambda one: (is_over(one, ctx.today), -(one.period.starts or date.min).toordinal(), one.id),
    )
    done = sum(deed.done for one in ordered for deed in one.deeds)
    raised = sum((one.raised for one in ordered if one.raised is not None), Decimal())
    total = ctx.lang.say("{done} deeds done, {sum} raised.", done=ctx.lang.number(done), sum=ctx.lang.euros(raised))
    return list_page(
        ctx,
        folder,
        "participation/campaigns.html",
        ctx.say("Good-deed campaigns"),
        ctx.say("An association sells good deeds that its volunteers do; the money goes to a common good."),
        total=total if done else "",
        cards=tuple(campaign_card(ctx, one, root) for one in ordered[:MOST_LISTED]),
        more=max(len(ordered) - MOST_LISTED, 0),
        new=ctx.new_file_url("content/campaigns"),
    )
