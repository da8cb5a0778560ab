using GuruReports.Inspection.CoreClr.Layout;
using GuruReports.SnapshotReader.Analysis.Locks;

namespace GuruReports.SnapshotAnalysis.Tests.Locks;

public sealed class LockOwnersTests
{
    // What a lock says of its holder while it changes hands: the state of a held one, and nobody yet or nobody any more.
    private const ulong NoThread = 0;
    private const uint NoId = 0;
    private const uint NoWriter = uint.MaxValue;

    private readonly LockOwners _owners = new([], [], "10.0.0");

    [Fact]
    public void Find_HeldLockWithoutAnybody_IsUnknownAndNotAbandoned()
    {
        Assert.All(
            [_owners.FindByAddress(NoThread), _owners.Find(LockThreadId.Managed, NoId), _owners.Find(LockThreadId.Managed, NoWriter), _owners.Find(LockThreadId.System, NoId)],
            static holder => Assert.Equal((null, "it was being entered or left at this moment", false), (holder.Thread, holder.Unknown, holder.Ended)));
    }

    [Fact]
    public void Find_ThreadThatIsGone_HasEnded()
    {
        Assert.All(
            [_owners.FindByAddress(0x7f00_0000_1000), _owners.Find(LockThreadId.Managed, 17), _owners.Find(LockThreadId.System, 17)],
            static holder => Assert.Equal((null, true), (holder.Thread, holder.Ended)));
    }

    [Fact]
    public void Find_IdThatNothingIsKnownOf_ProvesNothing()
    {
        var holder = _owners.Find(LockThreadId.Unknown, 17);

        Assert.False(holder.Ended);
        Assert.Equal(_owners.Unchecked, holder.Unknown);
        Assert.Contains("10.0.0", holder.Unknown, StringComparison.Ordinal);
    }
}
