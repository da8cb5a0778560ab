using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Threads;

namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>A piece of work as found, with the stacks that belong to it.</summary>
internal sealed class WorkItem
{
    public required WorkKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The name with the identifiers that <see cref="Name"/> leaves out; null where that has none.</summary>
    public string? WholeName { get; init; }

    public string? Handler { get; init; }

    /// <summary>When it began, and its trace.</summary>
    public WorkTrace Trace { get; init; }

    public string? Protocol { get; init; }

    /// <summary>True when the client has closed its connection.</summary>
    public bool IsClientGone { get; init; }

    /// <summary>The thread that does it; null while none does.</summary>
    public ThreadImage? Thread { get; set; }

    /// <summary>The logical stack that says where it stands; null when there is none.</summary>
    public ChainGroup? Chain { get; private set; }

    private bool _isOwnChain;

    /// <summary>Takes a logical stack: one that leads to the work itself says more than one that only flows from it.</summary>
    public void Take(ChainGroup chain, bool isOwn)
    {
        if (Chain is null || (isOwn && !_isOwnChain))
        {
            (Chain, _isOwnChain) = (chain, isOwn);
        }
    }
}
