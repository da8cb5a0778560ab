using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.KnownTypes;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>What a pool has lent, and who was found to hold it.</summary>
internal sealed class LentMember : Sought
{
    public required ulong Address { get; init; }

    public required ulong Pool { get; init; }

    public required KnownPool Row { get; init; }

    /// <summary>What its holder has of it; the member itself when it is nothing else.</summary>
    public required ulong Handle { get; init; }

    /// <summary>What is to be said of it; null when nothing is.</summary>
    public string? Does { get; init; }

    /// <summary>How far the command is that it runs; null when it runs none.</summary>
    public CallState? Executes { get; init; }

    /// <summary>The chain that holds it; null when none was found.</summary>
    public ChainGroup? Chain { get; private set; }

    /// <summary>The managed id of the thread that holds it; null when none was found.</summary>
    public int? Thread { get; private set; }

    /// <summary>Over how many objects its holder has hold of it.</summary>
    private int _distance = int.MaxValue;

    /// <summary>The context of EF Core whose connection it is; 0 when it is none's.</summary>
    public ulong Context { get; init; }

    public override IEnumerable<ulong> Addresses => [Address, Handle, Context];

    public override IReadOnlyList<string> Through => Row.Member!.Through;

    /// <summary>Takes a holder down; the one that is nearest counts.</summary>
    public override void Note(HolderKey holder, int distance)
    {
        if (distance < _distance)
        {
            (_distance, Chain, Thread) = (distance, holder.Chain, holder.Thread);
        }
    }
}
