using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace GuruReports.Inspection.Symbols;

/// <summary>Finds source lines in portable PDBs, beside an assembly or embedded in it.</summary>
internal sealed class SymbolFiles
{
    private readonly Dictionary<Assembly, MetadataReader?> _readers = [];

    /// <summary>Returns the place of an IL offset: the last visible sequence point at or before it.</summary>
    public (string File, int Line)? Find(Assembly assembly, int methodToken, int offset)
    {
        if (Reader(assembly) is not { } reader)
        {
            return null;
        }

        (string File, int Line)? found = null;
        try
        {
            var handle = ((MethodDefinitionHandle)MetadataTokens.Handle(methodToken)).ToDebugInformationHandle();
            foreach (var point in reader.GetMethodDebugInformation(handle).GetSequencePoints())
            {
                if (point.Offset > offset)
                {
                    break;
                }

                if (!point.IsHidden)
                {
                    found = (reader.GetString(reader.GetDocument(point.Document).Name), point.StartLine);
                }
            }
        }
        catch (BadImageFormatException)
        {
            return null;
        }

        return found;
    }

    private MetadataReader? Reader(Assembly assembly)
    {
        if (!_readers.TryGetValue(assembly, out var reader))
        {
            _readers[assembly] = reader = Open(assembly);
        }

        return reader;
    }

    private static MetadataReader? Open(Assembly assembly)
    {
        if (AssemblyFile.PathOf(assembly) is not { } path)
        {
            return null;
        }

        try
        {
            using var image = new PEReader(new MemoryStream(File.ReadAllBytes(path)));
            return image.TryOpenAssociatedPortablePdb(path, file => File.Exists(file) ? new MemoryStream(File.ReadAllBytes(file)) : null, out var provider, out _)
                ? provider?.GetMetadataReader()
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return null;
        }
    }
}
