using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using GuruReports.SnapshotReader.Memory;
using GuruReports.SnapshotReader.Runtime.Entries;
using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>Finds the awaits in the IL of a method: each is a call of one of the runtime's helpers.</summary>
internal static class AwaitCalls
{
    private const int LargestBody = 1 << 20;

    /// <summary>Their offsets, ascending; empty when the body cannot be read.</summary>
    public static List<int> Find(PagedReader memory, ClrMethod method, MetadataReader metadata)
    {
        var result = new List<int>();
        if (method.GetILInfo() is not { Length: > 0 and < LargestBody } body)
        {
            return result;
        }

        var il = new byte[body.Length];
        if (!memory.TryRead(body.Address, il))
        {
            return result;
        }

        for (var at = 0; at < il.Length;)
        {
            var length = InstructionLengths.Of(il, at);
            if (length == 0 || at + length > il.Length)
            {
                return [];
            }

            if (il[at] == (byte)ILOpCode.Call && IsAwait(metadata, MetadataTokens.EntityHandle(BitConverter.ToInt32(il, at + 1))))
            {
                result.Add(at);
            }

            at += length;
        }

        return result;
    }

    private static bool IsAwait(MetadataReader metadata, EntityHandle method)
    {
        if (method.Kind == HandleKind.MethodSpecification)
        {
            method = metadata.GetMethodSpecification((MethodSpecificationHandle)method).Method;
        }

        if (method.Kind != HandleKind.MemberReference)
        {
            return false;
        }

        var member = metadata.GetMemberReference((MemberReferenceHandle)method);
        return member.Parent.Kind == HandleKind.TypeReference && IsHelpers(metadata, metadata.GetTypeReference((TypeReferenceHandle)member.Parent))
            && (Is(metadata, member.Name, SuspendedEntries.Await.Method) || Is(metadata, member.Name, SuspendedEntries.AwaitAwaiter.Method)
                || Is(metadata, member.Name, SuspendedEntries.UnsafeAwaitAwaiter.Method));
    }

    private static bool IsHelpers(MetadataReader metadata, TypeReference type) =>
        $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}" == SuspendedEntries.Helpers.FullName;

    private static bool Is(MetadataReader metadata, StringHandle name, string wanted) => metadata.StringComparer.Equals(name, wanted);
}
