using GuruReports.Hosting.Findings.Graph;
using GuruReports.Inspection.Threads;
using static GuruReports.Hosting.Tests.Findings.ThreadBuilder;

namespace GuruReports.Hosting.Tests.Findings.Graph;

public class PulseWaitsTests
{
    private const string Log = "Logging.ConsoleLoggerProcessor";

    [Fact]
    public void Add_WorkerWaitsForAPulseAndOneThreadOfTheSameTypeWrites_WaitsForThat()
    {
        var graph = Graph(Pulsed(1), Writing(9));

        Assert.Contains(graph.Thread(9), WaitGraph.RootsOf(graph.Thread(1)));
    }

    [Fact]
    public void Add_TwoThreadsOfThatTypeOrAnIdleThreadOfTheServicesOwn_WaitsForNobody()
    {
        Assert.Empty(WaitGraph.RootsOf(Graph(Pulsed(1), Writing(8), Writing(9)).Thread(1)));
        Assert.Empty(WaitGraph.RootsOf(Graph(Pulsed(1).Set(static thread => thread with { IsThreadPool = false }), Writing(9)).Thread(1)));
    }

    private static WaitGraph Graph(params ThreadBuilder[] threads)
    {
        var report = new ReportBuilder();
        foreach (var thread in threads)
        {
            report.With(thread);
        }

        return WaitGraph.Of(report.Build());
    }

    private static ThreadBuilder Pulsed(int number) => Worker(number).At("Bank.Desk", "Pay", 3).Through(Log, "Enqueue").Set(static thread => thread with { State = ThreadActivity.WaitingForPulse });

    private static ThreadBuilder Writing(int number) => Thread(number).Through(Log, "ProcessLogQueue").ReadingPipe();
}
