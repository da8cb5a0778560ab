using FsCheck;
using FsCheck.Fluent;
using GuruReports.Hosting.Findings;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Findings;

public class FindingEngineTests
{
    private static readonly Report s_report = new ReportBuilder().Build();

    [Fact]
    public void Evaluate_RuleThrows_OthersStayAndNotesSaySo()
    {
        var rules = new IFindingRule[] { new Rule(() => throw new FormatException("bad")), new Rule(() => [Make("X1")]) };

        var (findings, notes) = FindingEngine.Evaluate(s_report, rules, new FindingOptions());

        Assert.Equal("X1", Assert.Single(findings).Id);
        Assert.Contains("FormatException: bad", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_RuleThrowsWhileEnumerated_OthersStay()
    {
        static IEnumerable<Finding> Late()
        {
            yield return Make("X1");
            throw new InvalidOperationException("late");
        }

        var (findings, notes) = FindingEngine.Evaluate(s_report, [new Rule(Late), new Rule(() => [Make("X2")])], new FindingOptions());

        Assert.Contains(findings, finding => finding.Id == "X2");
        Assert.Single(notes);
    }

    [Fact]
    public void Evaluate_DisabledIdInOtherCase_IsLeftOut()
    {
        var options = new FindingOptions { Disabled = { "x1" } };

        var (findings, _) = FindingEngine.Evaluate(s_report, [new Rule(() => [Make("X1"), Make("X2")])], options);

        Assert.Equal("X2", Assert.Single(findings).Id);
    }

    [Fact]
    public void Evaluate_SeveralFindings_SeverityThenWeightThenCertainty()
    {
        var rule = new Rule(() =>
        [
            Make("D", FindingSeverity.Information, weight: 99),
            Make("C", FindingSeverity.Warning, weight: 1, FindingCertainty.Suspected),
            Make("B", FindingSeverity.Warning, weight: 1, FindingCertainty.Certain),
            Make("A", FindingSeverity.Critical),
        ]);

        var (findings, _) = FindingEngine.Evaluate(s_report, [rule], new FindingOptions());

        Assert.Equal(["A", "B", "C", "D"], findings.Select(finding => finding.Id));
    }

    [Fact]
    public void Evaluate_SpinningWhereCollectionsAreAskedFor_IsToldBelowTheCollections()
    {
        var rule = new Rule(() => [Make(FindingIds.HotThread, FindingSeverity.Warning), Make(FindingIds.InducedGc, FindingSeverity.Critical, weight: 100)]);

        var (findings, _) = FindingEngine.Evaluate(s_report, [rule], new FindingOptions());

        var cause = Assert.Single(findings);
        Assert.Contains(cause.Evidence, line => line.StartsWith("consequence: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Evaluate_CauseOnlySuspected_HidesNothing()
    {
        var rule = new Rule(() =>
        [
            Make(FindingIds.HotThread, FindingSeverity.Warning),
            Make(FindingIds.InducedGc, FindingSeverity.Critical, weight: 100, FindingCertainty.Suspected),
        ]);

        var (findings, _) = FindingEngine.Evaluate(s_report, [rule], new FindingOptions());

        Assert.Equal([FindingIds.InducedGc, FindingIds.HotThread], findings.Select(finding => finding.Id));
    }

    [Fact]
    public void Evaluate_RulesInAnyOrder_SameFindings()
    {
        var ids = new[] { FindingIds.Deadlock, FindingIds.Starvation, FindingIds.HotThread, FindingIds.GcPauses, FindingIds.Threads, "X1" };
        var rules = ids.Select((id, at) => (IFindingRule)new Rule(() => [Make(id, (FindingSeverity)(at % 3), at * 10)])).ToArray();
        var (expected, _) = FindingEngine.Evaluate(s_report, rules, new FindingOptions());

        var shuffles = Prop.ForAll(Gen.Shuffle(rules).ToArbitrary(), shuffled =>
            FindingEngine.Evaluate(s_report, shuffled, new FindingOptions()).Findings.Select(finding => finding.Id).SequenceEqual(expected.Select(finding => finding.Id)));

        shuffles.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void BuiltIn_EmptyReport_NothingFoundAndNoRuleFails()
    {
        var findings = new ReportBuilder().Findings();

        Assert.Empty(findings);
    }

    private static Finding Make(string id, FindingSeverity severity = FindingSeverity.Warning, int weight = 0, FindingCertainty certainty = FindingCertainty.Certain) =>
        new() { Id = id, Name = id, Severity = severity, Certainty = certainty, Weight = weight, Summary = $"{id} is there", Evidence = ["a thread"] };

    private sealed class Rule(Func<IEnumerable<Finding>> find) : IFindingRule
    {
        public IEnumerable<Finding> Evaluate(Report report) => find();
    }
}
