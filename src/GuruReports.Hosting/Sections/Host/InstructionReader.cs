using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;

namespace GuruReports.Hosting.Sections.Host;

/// <summary>Lists the methods that a method's code calls.</summary>
internal static class InstructionReader
{
    private const byte TwoBytes = 0xFE;

    // Few services ever need it: it is not made with the other tables before the first report.
    private static Dictionary<short, OpCode> Codes => field ??= typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(code => (OpCode)code.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Returns the called methods in the order of the code; none when the code is not there (trimmed or abstract).</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Where code was trimmed away, less is found.")]
    public static IEnumerable<MethodBase> Calls(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            if (!Codes.TryGetValue(ReadCode(code, ref at), out var instruction))
            {
                yield break;
            }

            if (instruction.OperandType is OperandType.InlineMethod && Resolve(method.Module, BitConverter.ToInt32(code, at), typeArguments) is { } called)
            {
                yield return called;
            }

            at += OperandSize(instruction.OperandType, code, at);
        }
    }

    private static short ReadCode(byte[] code, ref int at)
    {
        var first = code[at++];
        return first == TwoBytes && at < code.Length ? (short)((TwoBytes << 8) | code[at++]) : first;
    }

    // A reference to what is not there any more is no call that can be named.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Where code was trimmed away, less is found.")]
    private static MethodBase? Resolve(Module module, int token, Type[]? typeArguments)
    {
        try
        {
            return module.ResolveMethod(token, typeArguments, null);
        }
        catch (Exception error) when (error is ArgumentException or TypeLoadException or MissingMemberException or BadImageFormatException or IOException)
        {
            return null;
        }
    }

    private static int OperandSize(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
