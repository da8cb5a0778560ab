using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Snapshot.Model.Queues;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Tests.Findings.Pool;

public class UnreadQueueTests
{
    private static readonly LibraryQueue s_queue = new() { Kind = "channel", TypeName = "Channel", Address = 0x30, Length = 150, Places = ["Shop.Outbox._mails"], ReaderChains = [] };

    [Fact]
    public void Evaluate_TheQueueHasGrownAndNobodyCouldReadIt_AWarning()
    {
        var finding = Assert.Single(Findings(s_queue, new QueueChange(100, TimeSpan.FromSeconds(30), IsUntaken: true)));

        Assert.Equal((FindingSeverity.Warning, FindingCertainty.Likely), (finding.Severity, finding.Certainty));
        Assert.Equal("150 are in a queue that nobody in this process is seen to read: Shop.Outbox._mails (channel)", finding.Summary);
        Assert.Contains("30 s ago 100 were in it, and nothing was taken out since", finding.Evidence);
    }

    [Fact]
    public void Evaluate_TheReaderBesideItHasEnded_AWarningInTheFirstReport()
    {
        var finding = Assert.Single(Findings(s_queue with { EndedBeside = ["async Shop.Outbox.MailAllAsync has ended, which Shop.Outbox._mailing keeps"], IsUntouched = true }));

        Assert.Equal((FindingSeverity.Warning, FindingCertainty.Suspected), (finding.Severity, finding.Certainty));
        Assert.Contains("async Shop.Outbox.MailAllAsync has ended, which Shop.Outbox._mailing keeps", finding.Evidence);
        Assert.Contains("nothing was ever taken out of it", finding.Evidence);
    }

    [Fact]
    public void Evaluate_TheQueueIsOnlyLong_InformationUntilItDoesNotGrow()
    {
        var isLong = s_queue with { Length = 1_000 };

        Assert.Equal(FindingSeverity.Information, Assert.Single(Findings(isLong)).Severity);
        Assert.Empty(Findings(isLong, new QueueChange(1_000, TimeSpan.FromSeconds(30), IsUntaken: true)));
        Assert.Empty(Findings(s_queue));
    }

    [Fact]
    public void Evaluate_SomebodyMayReadIt_InformationOnlyWhereNothingWasTakenOut()
    {
        var mayBeRead = s_queue with { MayBeReadLater = "the timer that calls Shop.Outbox.Flush" };

        var finding = Assert.Single(Findings(mayBeRead, new QueueChange(100, TimeSpan.FromSeconds(30), IsUntaken: true)));

        Assert.Equal(FindingSeverity.Information, finding.Severity);
        Assert.Contains("the timer that calls Shop.Outbox.Flush may read it", finding.Evidence);
        Assert.Empty(Findings(mayBeRead, new QueueChange(100, TimeSpan.FromSeconds(30), IsUntaken: false)));
        Assert.Empty(Findings(mayBeRead, new QueueChange(100, TimeSpan.FromSeconds(30), IsUntaken: null)));
        Assert.Empty(Findings(mayBeRead with { Length = 5_000 }));
    }

    [Fact]
    public void Evaluate_ThingsWereTakenOutOfIt_Nothing() =>
        Assert.Empty(Findings(s_queue, new QueueChange(100, TimeSpan.FromSeconds(30), IsUntaken: false)));

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public void Evaluate_ItHasAReaderOrEndedOrItsReadersAreNotAllKnown_Nothing(bool isRead, bool hasEnded, bool isUnknown)
    {
        var queue = s_queue with { ReaderChains = isRead ? [1] : [], IsEnded = hasEnded, ReadersIncomplete = isUnknown ? "not all of the heap was searched" : null };

        Assert.Empty(Findings(queue, new QueueChange(100, TimeSpan.FromSeconds(30), IsUntaken: true)));
    }

    private static IEnumerable<Finding> Findings(LibraryQueue queue, QueueChange? change = null)
    {
        var report = new ReportBuilder().WithSnapshot(snapshot => snapshot with { Queues = new QueuesSnapshot { Queues = [queue] } });
        report.With(new QueueFacts(change is null ? new Dictionary<ulong, QueueChange>() : new() { [queue.Address] = change }));
        return report.Findings().Where(static finding => finding.Id == "GURU051");
    }
}
