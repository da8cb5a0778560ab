using System.Reflection.Metadata;
using GuruReports.Inspection.Vocabulary;
using GuruReports.SnapshotReader.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>Finds source lines in portable PDBs.</summary>
internal static class SourceLines
{
    private static readonly Guid s_asyncSteppingInformation = new("54FD2AC5-E925-401A-9C2A-F94F171072F8");

    /// <summary>The place of the await at which a state machine with that state stands; null when the PDB does not say.</summary>
    public static SourcePlace? OfAwait(ModuleFile module, TypeDefinitionHandle stateMachine, int state)
    {
        if (module.Pdb is null || state < 0 || MoveNext(module.Metadata, stateMachine) is not { } method)
        {
            return null;
        }

        var yields = YieldOffsets(module.Pdb, method);
        return state < yields.Count ? OfOffset(module, method, yields[state]) : null;
    }

    /// <summary>The last sequence point at or before an IL offset; null when the PDB does not say.</summary>
    public static SourcePlace? OfOffset(ModuleFile module, MethodDefinitionHandle method, int offset) =>
        module.Pdb is { } pdb ? SequencePoints.Find(pdb, method, offset) : null;

    public static MethodDefinitionHandle? MoveNext(MetadataReader metadata, TypeDefinitionHandle type)
    {
        foreach (var handle in metadata.GetTypeDefinition(type).GetMethods())
        {
            if (metadata.StringComparer.Equals(metadata.GetMethodDefinition(handle).Name, "MoveNext"))
            {
                return handle;
            }
        }

        return null;
    }

    private static List<int> YieldOffsets(MetadataReader pdb, MethodDefinitionHandle method)
    {
        var result = new List<int>();
        foreach (var handle in pdb.GetCustomDebugInformation(method))
        {
            var information = pdb.GetCustomDebugInformation(handle);
            if (pdb.GetGuid(information.Kind) != s_asyncSteppingInformation)
            {
                continue;
            }

            var blob = pdb.GetBlobReader(information.Value);
            blob.ReadUInt32();
            while (blob.RemainingBytes > 0)
            {
                result.Add((int)blob.ReadUInt32());
                blob.ReadUInt32();
                blob.ReadCompressedInteger();
            }
        }

        return result;
    }
}
