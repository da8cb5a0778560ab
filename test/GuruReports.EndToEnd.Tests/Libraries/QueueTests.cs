namespace GuruReports.EndToEnd.Tests.Libraries;

public sealed class QueueTests
{
    [Fact]
    public void Signal_QueuesOfKnownLength_LengthsAndReadersAgree()
    {
        var report = ZooReport.AssertTold(
            "queues",
            [],
            """
            12 | 12 | QueueState._labels (BlockingCollection of QueueState.Label); 4 wait to put something in | # "labels" in QueueState.PrintLabels()
            17 | no limit | QueueState._songs (output of a dataflow block of QueueState.Song) | nobody seen; calls in flight may
            20 | 30 | QueueState._videos (input of a dataflow block of QueueState.Video); 1 being worked on | QueueState.EncodeAsync, awaiting Task.Delay
            2345 | no limit | QueueState._mails (channel of QueueState.Mail) | nobody seen; calls in flight may
            33 | no limit | QueueState._photos (BlockingCollection of QueueState.Photo) | nobody seen; calls in flight may
            4 | 10 | QueueState._exports (rate limiter ConcurrencyLimiter); 0 of 2 permits free | 
            50 | 50 | QueueState._orders (channel of QueueState.Order); 7 wait to put something in | QueueState.ShipAsync, awaiting Task.Delay
            5000 | no limit | QueueState._meters (ConcurrentQueue of QueueState.Meter) | 
            70 | no limit | QueueState._faxes (channel of QueueState.Fax); takes no more | nobody seen; calls in flight may
            9 | no limit | QueueState._printers (semaphore SemaphoreSlim); 0 of 3 free | 
            """,
            static report => [.. report.Rows("Queues", null, "length", "most", "queue", "read by")]);

        Assert.Contains("longest: 5 000 in QueueState._meters", report.Section("Queues").GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Signal_BlocksOfDataflowAreFull_WhoReadsEachIsTold()
    {
        var report = ZooReport.AssertTold(
            "dataflow",
            [],
            """
            0 | 4 | DataflowState.Studio.Prints (input of a dataflow block of DataflowState.Print); 3 wait to put something in | the block DataflowState.Studio.Prints, which is full
            1 | 2 | DataflowState._shipping (input of a dataflow block of DataflowState.Parcel); 1 waits to put something in; 1 being worked on | DataflowState.ShipAsync, awaiting Task.Delay
            2 | 2 | DataflowState._tickets (output of a dataflow block of DataflowState.Ticket); 1 waits to put something in | nobody seen; calls in flight may
            2 | 3 | DataflowState._labels (input of a dataflow block of DataflowState.Label); 2 wait to put something in; 1 being worked on | # ".NET TP Worker" in DataflowState.PrintLabel(Label)
            3 | 3 | DataflowState._votes (output of a dataflow block of DataflowState.Vote); 1 waits to put something in | the block DataflowState._counting, under a condition
            4 | 4 | DataflowState.Studio.Prints (output of a dataflow block of DataflowState.Print) | nobody: no call in flight reads it
            5 | 5 | DataflowState._parcels (output of a dataflow block of DataflowState.Parcel); 2 wait to put something in | the block DataflowState._shipping, which is full
            """,
            static report => [.. report.Rows("Queues", null, "length", "most", "queue", "read by")]);

        var findings = report.Finding("GURU049");
        Assert.Contains("what comes first in it fits the condition of no link (DataflowState._counting), though there is room", findings, StringComparison.Ordinal);
        Assert.Contains("no call or thread that is there reads it: GuruReports.LibraryZoo.DataflowState\u002BStudio.Prints", findings, StringComparison.Ordinal);
    }

    [Fact]
    public void Signal_NobodyHasHoldOfQueues_WhoMayReadThemAndWhoNoLongerCanIsToldApart()
    {
        var report = ZooReport.AssertTold(
            "unread-queues",
            [],
            """
            149 | UnreadQueueState.Receipts._waiting (channel of UnreadQueueState.Receipt) | nobody: no call in flight reads it
            149 | UnreadQueueState.Stamps._waiting (BlockingCollection of UnreadQueueState.Stamp) | nobody: no call in flight reads it
            150 | UnreadQueueState.Coupons._waiting (channel of UnreadQueueState.Coupon) | nobody seen; the timer that calls UnreadQueueState.Coupons.Flush(Object) may
            150 | UnreadQueueState.Parcels._waiting (channel of UnreadQueueState.Parcel) | nobody seen; calls in flight may
            150 | UnreadQueueState.Tickets._waiting (channel of UnreadQueueState.Ticket) | nobody seen; calls in flight may
            150 | UnreadQueueState.Votes._waiting (channel of UnreadQueueState.Vote) | nobody: no call in flight reads it
            """,
            static report => [.. report.Rows("Queues", null, "length", "queue", "read by")]);

        var findings = report.Finding("GURU051");
        Assert.Contains("async GuruReports.LibraryZoo.UnreadQueueState.Receipts.SendAllAsync has ended, which GuruReports.LibraryZoo.UnreadQueueState\u002BReceipts._sender keeps", findings, StringComparison.Ordinal);
        Assert.Contains("stamper\\\" has ended", findings, StringComparison.Ordinal);
        Assert.DoesNotContain("Votes", findings, StringComparison.Ordinal);
        Assert.DoesNotContain("Parcels", findings, StringComparison.Ordinal);
    }
}
