using GuruReports.Inspection.Snapshot.Model.Calls;
using GuruReports.SnapshotReader.Analysis.Known;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;

namespace GuruReports.SnapshotReader.Analysis.Calls;

/// <summary>Finds what pools have lent.</summary>
internal static class LentMembers
{
    private const int Most = 10_000;

    public static List<LentMember> Find(KnownMeasures measures, KnownLacks lacks, IReadOnlyList<(ulong Address, ObjectKind Kind)> parts)
    {
        var rows = KnownTable.Pools.Where(static row => row.Member is not null)
            .SelectMany(static row => row.Member!.TypeName.Split('|').Select(name => (name, row))).ToLookup(static pair => pair.name, static pair => pair.row);
        var result = new List<LentMember>();
        foreach (var (address, kind) in parts)
        {
            foreach (var row in rows[PlainNames.Of(kind.Name)])
            {
                if (result.Count < Most && Read(measures, lacks, row, address) is { } member)
                {
                    result.Add(member);
                }
            }
        }

        return result;
    }

    private static LentMember? Read(KnownMeasures measures, KnownLacks lacks, KnownPool row, ulong address)
    {
        string? missing = null;
        var member = row.Member!;
        var isLent = measures.IsSet(address, member.Lent, ref missing);
        var pool = measures.Paths.Read(address, member.Pool);
        var handle = member.Handle is null ? PathValue.To(address) : measures.Paths.Read(address, member.Handle);
        var does = new List<string>();
        foreach (var (path, number, text) in member.Doing)
        {
            if (Is(measures, address, path, number, ref missing))
            {
                does.Add(text);
            }
        }

        CallState? executes = null;
        foreach (var (path, number, state) in member.Executes)
        {
            executes ??= Is(measures, address, path, number, ref missing) ? state : null;
        }

        if ((missing ?? pool.Missing ?? handle.Missing) is { } gone)
        {
            lacks.Add(row, gone);
            return null;
        }

        return isLent && pool.Object != 0
            ? new LentMember { Address = address, Pool = pool.Object, Row = row, Handle = handle.Object, Does = does.Count == 0 ? null : string.Join(", ", does), Executes = executes }
            : null;
    }

    private static bool Is(KnownMeasures measures, ulong address, string path, long? number, ref string? missing)
    {
        var value = measures.Paths.Read(address, path);
        missing ??= value.Missing;
        return number is null ? value.Number is > 0 or < 0 || value.Object != 0 : value.Number == number;
    }
}
