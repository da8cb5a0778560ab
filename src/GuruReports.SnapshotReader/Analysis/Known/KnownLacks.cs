using System.Reflection.Metadata;
using GuruReports.Inspection.Snapshot.Model;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;

namespace GuruReports.SnapshotReader.Analysis.Known;

/// <summary>What libraries in the image no longer have: what is lacking for want of it is named, and nothing else is lost.</summary>
internal sealed class KnownLacks(Image image)
{
    private readonly Dictionary<(string Lack, string Missing), UnavailablePart> _parts = [];
    private readonly HashSet<KnownType> _lost = [];

    public IEnumerable<UnavailablePart> Parts => _parts.Values;

    /// <summary>Notes that a path has led to a field that is gone.</summary>
    public void Add(KnownPath path, string missing)
    {
        Add(path.Row, missing, path.Lack ?? path.Row.Lack);
        if (path.Lack is null)
        {
            _lost.Add(path.Row);
        }
    }

    /// <summary>Whether a row cannot be told: a field without which it says nothing is gone.</summary>
    public bool IsLost(KnownType row) => _lost.Contains(row);

    /// <summary>Looks whether the libraries that are loaded have the types of the table.</summary>
    public void CheckTypes()
    {
        foreach (var row in image.Table.All.Where(static row => row.IsOfAllVersions))
        {
            // A type of which there are objects is there, in whichever library.
            var libraries = row.Library.Setting is null ? [image.Libraries.Find(row.Library.Assembly)] : image.Kinds.Kinds.Any(kind => kind.IsOf(row)) ? [] : image.Libraries.All();
            if (!IsTrimmedAway(row) && libraries.Any(static library => library is not null) && !libraries.Any(library => library is not null && row.TypeNames.Any(library.HasType)))
            {
                Add(row, row.TypeNames[^1], row.Lack);
            }
        }
    }

    // What of the framework is not in a trimmed service has no objects there. Packages keep their types.
    private bool IsTrimmedAway(KnownType row) => image.Known.IsTrimmed && row.Library.Setting is null && row.Library.Assembly.StartsWith("System.", StringComparison.Ordinal);

    private void Add(KnownType row, string missing, string lack) => _parts.TryAdd((lack, missing), new UnavailablePart
    {
        Part = row.Part,
        Reason = row.Library.Setting is { } setting
            ? $"{lack}: there is no {missing}, which {setting} names"
            : $"{lack}: {missing} is not as known ({row.Library.Tried}) in {row.Library.Assembly} {Version(row.Library)}",
    });

    private string Version(KnownLibrary library) => image.Libraries.Find(library.Assembly)?.Metadata.GetAssemblyDefinition().Version.ToString() ?? "of an unknown version";
}
