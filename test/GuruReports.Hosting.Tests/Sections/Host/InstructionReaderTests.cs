using System.Reflection;
using System.Reflection.Emit;
using GuruReports.Hosting.Sections.Host;

namespace GuruReports.Hosting.Tests.Sections.Host;

public class InstructionReaderTests
{
    // The code of "call": an operand whose length is taken wrong is read as one, and what follows is lost.
    private const int Call = 0x28;
    private const int CallLength = 5;

    private static readonly MethodInfo s_first = typeof(GC).GetMethod(nameof(GC.Collect), [])!;
    private static readonly MethodInfo s_second = typeof(GC).GetMethod(nameof(GC.WaitForPendingFinalizers))!;

    [Fact]
    public void Calls_BehindATableOfASwitch_AreRead()
    {
        var method = Define(code =>
        {
            var target = code.DefineLabel();
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Switch, [target]);
            code.Emit(OpCodes.Call, s_first);
            for (var filler = CallLength; filler < Call; filler++)
            {
                code.Emit(OpCodes.Nop);
            }

            code.MarkLabel(target);
            code.Emit(OpCodes.Call, s_second);
        });

        Assert.Equal([s_first, s_second], InstructionReader.Calls(method));
    }

    [Fact]
    public void Calls_BehindOperandsOfEveryLength_AreRead()
    {
        var method = Define(code =>
        {
            code.Emit(OpCodes.Ldc_I4_S, (sbyte)Call);
            code.Emit(OpCodes.Pop);
            code.Emit(OpCodes.Ldc_I4, Call << 24);
            code.Emit(OpCodes.Pop);
            code.Emit(OpCodes.Ldc_I8, (long)Call << 56);
            code.Emit(OpCodes.Pop);
            code.Emit(OpCodes.Ldarg, (short)0);
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ceq);
            code.Emit(OpCodes.Pop);
            code.Emit(OpCodes.Call, s_first);
        });

        Assert.Equal([s_first], InstructionReader.Calls(method));
    }

    private static MethodInfo Define(Action<ILGenerator> write)
    {
        var type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Written"), AssemblyBuilderAccess.RunAndCollect).DefineDynamicModule("Written").DefineType("Written");
        var code = type.DefineMethod("Run", MethodAttributes.Static | MethodAttributes.Public, typeof(void), [typeof(int)]).GetILGenerator();
        write(code);
        code.Emit(OpCodes.Ret);
        return type.CreateType().GetMethod("Run")!;
    }
}
