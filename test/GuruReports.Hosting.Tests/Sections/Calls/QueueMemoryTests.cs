using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Hosting.Sections.Calls;
using GuruReports.Inspection.Snapshot.Model.Queues;

namespace GuruReports.Hosting.Tests.Sections.Calls;

public class QueueMemoryTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 22, 3, 14, 0, TimeSpan.Zero);
    private readonly QueueMemory _memory = new();

    [Fact]
    public void Compare_TheSameFieldsReferToAQueueThatWasMoved_TellsWhatItWas()
    {
        Assert.Empty(_memory.Compare([Queue(0x30, 100, 7)], s_start).Changes);

        var facts = _memory.Compare([Queue(0x990, 150, 7)], s_start.AddSeconds(30));

        Assert.Equal(new QueueChange(100, TimeSpan.FromSeconds(30), IsUntaken: true), facts.Changes[0x990]);
    }

    [Fact]
    public void Compare_SomethingWasTakenOut_SaysSo()
    {
        _memory.Compare([Queue(0x30, 100, 7)], s_start);

        Assert.False(_memory.Compare([Queue(0x30, 150, 8)], s_start.AddSeconds(30)).Changes[0x30].IsUntaken);
    }

    [Fact]
    public void Compare_SeveralQueuesOfTheSameFields_NoneIsToldApart()
    {
        _memory.Compare([Queue(0x30, 100, 7), Queue(0x40, 90, 3)], s_start);

        Assert.Empty(_memory.Compare([Queue(0x30, 150, 7)], s_start.AddSeconds(30)).Changes);
    }

    private static LibraryQueue Queue(ulong address, long length, long position) => new() { Kind = "channel", TypeName = "Channel", Address = address, Length = length, Position = position, Places = ["Shop.Outbox._mails"] };
}
