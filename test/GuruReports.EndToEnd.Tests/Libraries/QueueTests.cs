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
            17 | no limit | QueueState._songs (output of a dataflow block of QueueState.Song) | 
            20 | 30 | QueueState._videos (input of a dataflow block of QueueState.Video); 1 being worked on | 
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
