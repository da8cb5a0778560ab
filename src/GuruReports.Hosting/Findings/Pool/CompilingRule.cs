using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Threads;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Findings.Pool;

/// <summary>GURU047: the runtime compiles all the time. After the start that means code that is made again and again.</summary>
internal sealed class CompilingRule : IFindingRule
{
    private const double Much = 0.2;
    private const double Fast = 100;
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(3);

    public IEnumerable<Finding> Evaluate(Report report)
    {
        if (report.Facts<RuntimeFacts>()?.Change is not { } change || change.Interval < s_shortest)
        {
            yield break;
        }

        var share = change.CompileTime / change.Interval;
        var rate = change.CompiledMethods / change.Interval.TotalSeconds;
        var makers = Makers(StackIndex.Of(report));
        if (share < Much || rate < Fast || (makers.Count == 0 && !change.SincePreviousReport))
        {
            yield break;
        }

        yield return new Finding
        {
            Id = FindingIds.Compiling,
            Name = "COMPILING",
            Severity = makers.Count > 0 ? FindingSeverity.Warning : FindingSeverity.Information,
            Certainty = FindingCertainty.Likely,
            Summary = $"{Words.Number(rate)} methods are compiled a second, which takes {Words.Percent(share)} of a CPU"
                + (makers.Count > 0 ? $", while {Words.Frame(makers[0].TopUserFrame)} makes code" : ""),
            Evidence = [.. Describe(makers), $"{change.CompiledMethods} methods in {Measures.Duration(change.Interval)}"],
            Advice = "Make code once and keep it: Expression.Compile, Regex with RegexOptions.Compiled, XmlSerializer, scripts and mappings belong in a cache.",
            Weight = 52,
        };
    }

    /// <summary>Says which of the service's methods make code at this moment.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<CapturedThread> makers) => makers.Count == 0 ? [] : Place.Describe(Place.GroupByOwnCode(makers));

    /// <summary>Returns the threads whose own code stands inside a call that makes code.</summary>
    public static IReadOnlyList<CapturedThread> Makers(StackIndex index) =>
        [.. index.Threads.Where(thread => thread.TopUserFrame is { } own && thread.Frames.TakeWhile(frame => !ReferenceEquals(frame, own)).Any(IsCompiler))];

    private static bool IsCompiler(CapturedFrame frame) =>
        frame.Type is { } type && Array.Exists(FrameworkNames.Compilers, name => type.StartsWith(name, StringComparison.Ordinal));
}
