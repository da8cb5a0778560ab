using GuruReports.Inspection.Snapshot.Model.Threads;
using GuruReports.SnapshotReader.Analysis.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>Reads exception objects.</summary>
internal static class ExceptionTexts
{
    private const int Deepest = 4;

    public static SnapshotError? Read(Image image, ClrException? exception) => exception is null ? null : Read(image, exception.Address, 0);

    private static SnapshotError? Read(Image image, ulong address, int depth)
    {
        if (depth > Deepest || image.Kinds.KindAt(address) is not { } kind)
        {
            return null;
        }

        return new SnapshotError
        {
            TypeName = kind.Name,
            Message = image.Memory.Text(image.Fields.Reference(address, ThreadEntries.Message), image.Request.MaximumTextLength),
            HResult = image.Fields.Value<int>(address, ThreadEntries.Result) ?? 0,
            Inner = Read(image, image.Fields.Reference(address, ThreadEntries.Inner), depth + 1),
        };
    }
}
