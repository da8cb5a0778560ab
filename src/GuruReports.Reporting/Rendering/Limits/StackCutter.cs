using GuruReports.Reporting.Model;
using GuruReports.Reporting.Model.Stacks;
using GuruReports.Reporting.Rendering.Words;
using GuruReports.Reporting.Vocabulary;

namespace GuruReports.Reporting.Rendering.Limits;

/// <summary>Cuts a group of stacks to a room: members before frames, the outermost frames before the innermost.</summary>
/// <param name="cost">What things cost in the format at hand.</param>
/// <param name="cuttings">Counts what was cut.</param>
internal sealed class StackCutter(ModelCost cost, Cuttings cuttings)
{
    /// <summary>Returns what fits of the group.</summary>
    public StackGroup Cut(StackGroup group, long room)
    {
        var state = TextCutter.Cut(group.State, room / 4, cuttings);
        var remarks = TextCutter.CutAll(group.Remarks, "remark", room / 4, cuttings);
        var rest = Math.Max(0, room - ModelCost.OfHead(group with { State = state, Remarks = remarks }));
        long[] parts = [cost.OfFrames(group), ModelCost.Of(group.Notes), cost.OfMembers(group)];
        var shares = FairShares.Of(parts, rest, 0);
        var frames = Prefix(group.Frames, cost.Of, shares.Level, "frame");
        var members = Prefix(group.Members, member => cost.Of(member), shares.Level, "member");
        var notes = TextCutter.CutAll(group.Notes, "note", shares.Level, cuttings).ToList();
        AddMissing(notes, group.Frames.Count - frames.Count, "frame");
        AddMissing(notes, group.Members.Count - members.Count, "member");
        return group with { State = state, Remarks = remarks, Frames = frames, Members = members, Notes = notes };
    }

    private static void AddMissing(List<string> notes, int count, string noun)
    {
        if (count > 0)
        {
            notes.Add($"… {Measures.Count(count, noun)} cut");
        }
    }

    private IReadOnlyList<T> Prefix<T>(IReadOnlyList<T> items, Func<T, long> costOf, long room, string noun)
    {
        var kept = 0;
        for (long used = 0; kept < items.Count; kept++)
        {
            used += costOf(items[kept]);
            if (used > room)
            {
                cuttings.Add(noun, items.Count - kept, items.Skip(kept).Sum(costOf));
                return items.Take(kept).ToList();
            }
        }

        return items;
    }
}
