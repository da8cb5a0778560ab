using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Symbols;

/// <summary>Finds source lines in portable PDBs, beside an assembly or embedded in it.</summary>
internal sealed class SymbolFiles
{
    private readonly Dictionary<Assembly, MetadataReader?> _readers = [];

    /// <summary>Returns the place of an IL offset; null where there are no symbols for it.</summary>
    public SourcePlace? Find(Assembly assembly, int methodToken, int offset)
    {
        try
        {
            return Reader(assembly) is { } reader ? SequencePoints.Find(reader, (MethodDefinitionHandle)MetadataTokens.Handle(methodToken), offset) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
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
