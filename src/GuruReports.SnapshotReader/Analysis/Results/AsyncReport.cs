using GuruReports.Inspection.Snapshot.Model.Async;
using GuruReports.SnapshotReader.Analysis.Async;
using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Results;

/// <summary>Makes the result of the groups.</summary>
internal static class AsyncReport
{
    private const int MostDetails = 5;
    private const int InnerFrames = 150;
    private const int OuterFrames = 50;

    public static AsyncSnapshot Make(Image image, AwaitGraph graph, IReadOnlyList<List<AwaitNode>> circles, ChainBuilder builder, ChainFrames frames, TaskTotals totals, double share)
    {
        var groups = builder.Groups.OrderByDescending(static group => group.BlockedThreads.Count > 0).ThenByDescending(static group => group.Count).ThenBy(static group => group.Id).ToList();
        if (builder.IsCut)
        {
            image.Notes.Add("Not every way through the async methods was followed: there were too many, or the time limit passed.");
        }

        return new AsyncSnapshot
        {
            PendingMethods = graph.Nodes.Count(static node => node.Method is not null),
            PendingTasks = totals.Pending,
            ExplainedTasks = totals.Explained,
            LogicalStacks = builder.Stacks,
            Chains = [.. groups.Take(image.Request.MaximumGroups).Select(group => Chain(group, builder, frames)).OrderByDescending(static chain => chain.Count).ThenBy(static chain => chain.Id)],
            OmittedChains = Math.Max(0, groups.Count - image.Request.MaximumGroups),
            Cycles = [.. circles.Select(circle => Circle(circle, frames))],
            WalkedShare = Math.Round(share, 4),
        };
    }

    private static AwaitCycle Circle(List<AwaitNode> circle, ChainFrames frames) => new()
    {
        Frames = [.. circle.Select(frames.Of)],
        Addresses = [.. circle.Select(static node => node.Address)],
        BlockedThreads = [.. circle.SelectMany(static node => node.BlockedThreads ?? []).Order()],
    };

    public static AsyncChain Chain(ChainGroup group, ChainBuilder builder, ChainFrames frames)
    {
        var ids = builder.FramesOf(group);
        var omitted = Math.Max(0, ids.Count - InnerFrames - OuterFrames);
        if (omitted > 0)
        {
            ids.RemoveRange(InnerFrames, omitted);
        }

        return new AsyncChain
        {
            Id = group.Id,
            Count = group.Count,
            Frames = [.. ids.Select(id => frames[id])],
            OmittedFrames = omitted,
            Awaits = Target(group),
            Examples = group.Examples,
            BlockedThreads = [.. group.BlockedThreads.Order()],
            HeldUpBy = [.. group.HeldUpBy.Order()],
        };
    }

    public static AwaitTarget Target(ChainGroup group) => Target(group.Target, group.Details.Values);

    public static AwaitTarget Target(AwaitTargetFound found) => Target(found.Key, [(found, 1)]);

    private static AwaitTarget Target(AwaitTargetKey key, IReadOnlyCollection<(AwaitTargetFound Target, int Count)> details)
    {
        var told = details.Where(static detail => detail.Target.Address != 0 || detail.Target.Detail.Length > 0).ToList();
        return new AwaitTarget
        {
            Kind = key.Kind,
            Text = key.Text,
            TypeName = key.TypeName,
            DistinctDetails = told.Count,
            Details = [.. told
                .OrderByDescending(static detail => detail.Count)
                .ThenBy(static detail => detail.Target.Order)
                .ThenBy(static detail => detail.Target.Address)
                .Take(MostDetails)
                .Select(static detail => new AwaitDetail
                {
                    Address = detail.Target.Address == 0 ? null : detail.Target.Address,
                    Text = detail.Target.Detail,
                    LastsMilliseconds = detail.Target.Lasts,
                    Count = detail.Count,
                })],
        };
    }
}
