using System.Globalization;

namespace GuruReports.TestService.Faults;

/// <summary>Knows the illnesses by name; a number may follow a colon.</summary>
internal static class Illnesses
{
    private static readonly Dictionary<string, Func<int, Illness>> s_all = new()
    {
        ["rehearsed"] = _ => new Rehearsed(),
        ["starve"] = items => new BlockedPool(items),
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
        ["slow-stop"] = seconds => new SlowStop(seconds),
    };

    public static Illness Parse(string text)
    {
        var parts = text.Split(':');
        var number = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return s_all[parts[0]](number);
    }
}
