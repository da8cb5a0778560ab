using System.Globalization;
using GuruReports.Reporting.Model;
using GuruReports.TestService.Faults.Foreign;

namespace GuruReports.TestService.Faults;

/// <summary>Knows the illnesses by name; a number may follow a colon.</summary>
internal static class Illnesses
{
    private static readonly Dictionary<string, Func<int, Illness>> s_all = new()
    {
        ["starve"] = items => new BlockedItems(items),
        ["plain-registration"] = _ => new PlainRegistration(),
        ["peg"] = _ => new PeggedProcessors(),
        ["gc-storm"] = _ => new CollectionStorm(),
        ["out-of-memory"] = _ => new FullHeap(),
        ["collect"] = _ => new ForcedCollection(),
        ["foreign-handlers"] = _ => new ForeignHandlers(),
        ["child"] = _ => new CuriousChild(),
        ["long-child"] = _ => new LongChild(),
        ["section-throws"] = _ => new BadSection("Throws", BadSection.Throw),
        ["section-hangs"] = _ => new BadSection("Hangs", BadSection.Hang),
        ["section-hangs-once"] = _ => new BadSection("Hangs Once", BadSection.HangOnce),
        ["section-spins"] = _ => new BadSection("Spins", BadSection.Spin),
        ["section-deadlocks"] = _ => new BadSection("Deadlocks", BadSection.Deadlock),
        ["section-allocates"] = _ => new BadSection("Allocates", BadSection.Allocate),
        ["section-large"] = bytes => new BadSection("Large", () => BadSection.Large(bytes)),
        ["section-odd"] = _ => new BadSection("Odd", BadSection.Odd),
        ["logger-blocks"] = _ => new BadLogger(BadLogger.Block),
        ["logger-throws"] = _ => new BadLogger(BadLogger.Throw),
        ["console-lock"] = _ => new HeldConsole(),
        ["stuck-start"] = _ => new StuckProcessStart(),
        ["crash"] = _ => new Crash(),
        ["fail-fast"] = _ => new FailFast(),
        ["stack-overflow"] = _ => new StackOverflow(),
        ["eat-memory"] = _ => new EatenMemory(),
        ["section-interrupted"] = _ => BadPart.Content("Interrupted", ThreadChanges.InterruptLater),
        ["section-message-blocks"] = _ => BadPart.Content("Blocks", () => throw new BlockingException(inMessage: true)),
        ["section-trace-blocks"] = _ => BadPart.Content("Blocks", () => throw new BlockingException(inMessage: false)),
        ["section-list-blocks"] = _ => BadPart.Section("Blocks", () => new ReportList(new BlockingList())),
        ["section-nulls"] = _ => BadPart.Section("Nulls", () => new ReportList([new ReportText(null!), null!, new ReportMap(null!)])),
        ["section-changing"] = _ => BadPart.Section("Changing", ChangingList.Share),
        ["section-hangs-in-foreground"] = _ => BadPart.Content("Foreground", ThreadChanges.HangInForeground),
        ["section-returns-in-foreground"] = _ => BadPart.Content("Foreground", ThreadChanges.ReturnInForeground),
        ["section-leaves"] = _ => BadPart.Content("Leaves", ThreadChanges.Leave),
        ["section-shows"] = _ => BadPart.Content("Shows", ThreadChanges.Show),
        ["section-title-blocks"] = _ => new BadPart(reports => reports.AddGenerator<UntitledGenerator>()),
        ["rule-endless"] = _ => new BadPart(reports => reports.AddFinding<EndlessRule>()),
        ["rule-nulls"] = _ => new BadPart(reports => reports.AddFinding<NullRule>()),
        ["sink-constructor-blocks"] = _ => new BadPart(reports => reports.AddSink<BlockedParts.Sink>()),
        ["generator-constructor-blocks"] = _ => new BadPart(reports => reports.AddGenerator<BlockedParts.Generator>()),
        ["rule-constructor-blocks"] = _ => new BadPart(reports => reports.AddFinding<BlockedParts.Rule>()),
        ["sink-loud"] = _ => new BadPart(reports => reports.AddSink<LoudSink>()),
        ["request-loud"] = _ => new LoudRequest(),
        ["clock-blocks"] = _ => new BadClock(),
        ["configuration-endless"] = _ => new BadConfiguration(),
        ["configuration-large"] = keys => new LargeConfiguration(keys),
        ["sections-random"] = reports => new RandomSections(reports),
        ["traced-start"] = _ => new TracedStart(),
        ["stalls"] = seconds => new Stalls(seconds),
        ["slow-reload"] = seconds => new SlowReload(seconds),
        ["calm"] = seconds => new Calm(seconds),
        ["restless"] = perSecond => new Restless(perSecond),
        ["held-lock"] = items => new HeldLock(items),
        ["descriptors"] = seconds => new TakenDescriptors(seconds),
        ["leak"] = megabytes => new Leak(megabytes),
        ["exceptions"] = perSecond => new ThrownExceptions(perSecond),
        ["slow-stop"] = seconds => new SlowStop(seconds),
    };

    public static Illness Parse(string text)
    {
        var parts = text.Split(':');
        var number = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return s_all[parts[0]](number);
    }
}
