using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace GuruReports.Inspection.Vocabulary;

/// <summary>Finds source lines in a portable PDB.</summary>
internal static class SequencePoints
{
    /// <summary>Returns the place of an IL offset: the last visible sequence point at or before it; null when the PDB has none.</summary>
    /// <exception cref="BadImageFormatException">The PDB is damaged.</exception>
    public static SourcePlace? Find(MetadataReader pdb, MethodDefinitionHandle method, int offset)
    {
        // Stubs that the runtime makes (for calls into native code, say) have a module but no row in its tables.
        if (MetadataTokens.GetRowNumber(method) is var row && (row == 0 || row > pdb.MethodDebugInformation.Count))
        {
            return null;
        }

        SequencePoint? found = null;
        foreach (var point in pdb.GetMethodDebugInformation(method).GetSequencePoints())
        {
            if (point.Offset > offset)
            {
                break;
            }

            found = point.IsHidden ? found : point;
        }

        return found is { } best ? new SourcePlace(pdb.GetString(pdb.GetDocument(best.Document).Name), best.StartLine) : null;
    }
}
