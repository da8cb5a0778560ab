using System.Reflection.Metadata;

namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>How long IL instructions are (ECMA-335, partition III).</summary>
internal static class InstructionLengths
{
    /// <summary>What an instruction of two bytes begins with.</summary>
    public const byte Prefix = 0xFE;

    /// <summary>The length of the instruction at an offset, in bytes; 0 when it is cut off.</summary>
    public static int Of(ReadOnlySpan<byte> il, int at)
    {
        if (il[at] == Prefix)
        {
            return at + 1 < il.Length ? 2 + OperandOfLong(il[at + 1]) : 0;
        }

        if (il[at] == (byte)ILOpCode.Switch)
        {
            return at + 5 <= il.Length && BitConverter.ToInt32(il[(at + 1)..]) is >= 0 and < (1 << 20) and var cases ? 5 + (cases * 4) : 0;
        }

        return 1 + Operand(il[at]);
    }

    private static int Operand(byte code) => code switch
    {
        // ldarg.s to stloc.s, ldc.i4.s, br.s to blt.un.s, leave.s
        >= 0x0E and <= 0x13 or 0x1F or >= 0x2B and <= 0x37 or 0xDE => 1,
        // ldc.i4, ldc.r4, jmp, call, calli, br to blt.un
        0x20 or 0x22 or >= 0x27 and <= 0x29 or >= 0x38 and <= 0x44 => 4,
        // ldc.i8, ldc.r8
        0x21 or 0x23 => 8,
        // callvirt to newobj, castclass, isinst, unbox, ldfld to stobj, box, newarr
        >= 0x6F and <= 0x75 or 0x79 or >= 0x7B and <= 0x81 or 0x8C or 0x8D => 4,
        // ldelema, ldelem, stelem, unbox.any, refanyval, mkrefany, ldtoken, leave
        0x8F or >= 0xA3 and <= 0xA5 or 0xC2 or 0xC6 or 0xD0 or 0xDD => 4,
        _ => 0,
    };

    private static int OperandOfLong(byte code) => code switch
    {
        // ldftn, ldvirtftn, initobj, constrained., sizeof
        0x06 or 0x07 or 0x15 or 0x16 or 0x1C => 4,
        // ldarg to stloc
        >= 0x09 and <= 0x0E => 2,
        // unaligned., no.
        0x12 or 0x19 => 1,
        _ => 0,
    };
}
