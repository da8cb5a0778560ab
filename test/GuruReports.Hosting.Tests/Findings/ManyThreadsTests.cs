using System.Diagnostics;
using GuruReports.Hosting.Findings;
using GuruReports.Inspection.Snapshot.Model.Async;
using Xunit.Abstractions;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings;

/// <summary>Rules run while the service waits for its report: they must stay quick where there is much to look at.</summary>
public class ManyThreadsTests(ITestOutputHelper output)
{
    private const int Many = 2000;

    [Fact]
    public void Evaluate_TwoThousandThreadsAndRequests_TakesNoTime()
    {
        var report = new ReportBuilder()
            .With(Some.RuntimeWithPool(Many, 500))
            .With(Many, number => Deep(Worker(number)).At($"Bank.Orders{number % 40}", "Load", 52).WaitingForTask())
            .WithSnapshot(snapshot => snapshot with
            {
                Async = new AsyncSnapshot
                {
                    PendingMethods = Many * 8,
                    LogicalStacks = Many,
                    Chains = [.. Enumerable.Range(0, Many).Select(number => Some.Chain(number, 1, AwaitKind.CompletionSource, "TaskCompletionSource", [$"Bank.Store{number}.GetAsync", "Bank.Api.Get", .. Enumerable.Repeat("Microsoft.AspNetCore.Pipeline.Invoke", 20)]))],
                },
            })
            .Build();
        var options = new FindingOptions();
        _ = FindingEngine.Evaluate(new ReportBuilder().Build(), FindingRules.BuiltIn(options), options);
        var started = Stopwatch.GetTimestamp();

        var (findings, _) = FindingEngine.Evaluate(report, FindingRules.BuiltIn(options), options);

        var took = Stopwatch.GetElapsedTime(started);
        output.WriteLine($"{took.TotalMilliseconds:0.0} ms");
        foreach (var rule in FindingRules.BuiltIn(options))
        {
            started = Stopwatch.GetTimestamp();
            _ = rule.Evaluate(report).ToList();
            output.WriteLine($"  {Stopwatch.GetElapsedTime(started).TotalMilliseconds,8:0.0} ms  {rule.GetType().Name}");
        }

        Assert.NotEmpty(findings);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    private static ThreadBuilder Deep(ThreadBuilder thread)
    {
        for (var frame = 0; frame < 40; frame++)
        {
            thread.Through("Microsoft.AspNetCore.Pipeline", $"Invoke{frame}");
        }

        return thread;
    }
}
