using GuruReports.Inspection.Snapshot.Model.Threads;

namespace GuruReports.SnapshotReader.Analysis.Locks;

/// <summary>Names locks as reports show them: type without namespace, and address.</summary>
internal static class LockNames
{
    public static string Of(SnapshotLock found) => Of(found.TypeName, found.Address);

    public static string Of(string typeName, ulong address)
    {
        var arguments = typeName.IndexOf('<', StringComparison.Ordinal);
        var end = arguments < 0 ? typeName.Length : arguments;
        var dot = typeName.LastIndexOf('.', Math.Max(0, end - 1));
        return FormattableString.Invariant($"{typeName[(dot + 1)..].Replace('+', '.')}@{address:x}");
    }
}
