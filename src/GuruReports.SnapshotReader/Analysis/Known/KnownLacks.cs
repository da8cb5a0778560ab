using GuruReports.Inspection.Snapshot.Model;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.KnownTypes;
using System.Reflection.Metadata;

namespace GuruReports.SnapshotReader.Analysis.Known;

/// <summary>What libraries in the image no longer have: each row that is lost is named, and nothing else is lost.</summary>
internal sealed class KnownLacks(Image image)
{
    private readonly Dictionary<(string, string), UnavailablePart> _parts = [];

    public IEnumerable<UnavailablePart> Parts => _parts.Values;

    /// <summary>Notes a row whose field is gone.</summary>
    public void Add(KnownType row, string missing) => _parts.TryAdd((row.TypeName, missing), new UnavailablePart
    {
        Part = row.Part,
        Reason = $"{row.Tells} of {row.Library.Name} are not told: {missing} is not as known ({row.Library.Tried}) in {row.Library.Assembly} {Version(row.Library)}",
    });

    /// <summary>Looks whether the libraries that are loaded have the types of the table.</summary>
    public void CheckTypes(IEnumerable<KnownType> rows)
    {
        foreach (var row in rows)
        {
            if (image.Libraries.Find(row.Library.Assembly) is { } library && !Array.Exists(row.TypeNames, library.HasType))
            {
                Add(row, row.TypeNames[^1]);
            }
        }
    }

    private string Version(KnownLibrary library) => image.Libraries.Find(library.Assembly)?.Metadata.GetAssemblyDefinition().Version.ToString() ?? "of an unknown version";
}
