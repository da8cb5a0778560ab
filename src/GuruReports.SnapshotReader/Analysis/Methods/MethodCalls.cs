using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>Finds the calls in the IL of a method.</summary>
internal static class MethodCalls
{
    /// <summary>Their offsets, ascending, how they call, and the method, of a generic one its definition; null when an instruction is cut off.</summary>
    public static List<(int At, ILOpCode Code, EntityHandle Method)>? Find(MetadataReader metadata, byte[] il)
    {
        var found = new List<(int, ILOpCode, EntityHandle)>();
        for (var at = 0; at < il.Length;)
        {
            var length = InstructionLengths.Of(il, at);
            if (length == 0 || at + length > il.Length)
            {
                return null;
            }

            var code = il[at] == InstructionLengths.Prefix ? (ILOpCode)((InstructionLengths.Prefix << 8) + il[at + 1]) : (ILOpCode)il[at];
            if (code is ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Newobj or ILOpCode.Ldftn or ILOpCode.Ldvirtftn)
            {
                var method = MetadataTokens.EntityHandle(BitConverter.ToInt32(il, at + length - sizeof(int)));
                found.Add((at, code, method.Kind == HandleKind.MethodSpecification ? metadata.GetMethodSpecification((MethodSpecificationHandle)method).Method : method));
            }

            at += length;
        }

        return found;
    }
}
