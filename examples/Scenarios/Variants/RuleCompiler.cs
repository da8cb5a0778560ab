using System.Reflection;
using System.Reflection.Emit;

namespace Scenarios.Variants;

/// <summary>Compiles each price rule to an assembly of its own and keeps a delegate to all of them.</summary>
internal sealed class RuleCompiler : BackgroundService
{
    private readonly List<Func<decimal, decimal>> _rules = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_rules.Count < 200)
        {
            _rules.Add(Compile(_rules.Count));
        }

        Ready.When(() => _rules.Count == 200);
        return Task.CompletedTask;
    }

    private static Func<decimal, decimal> Compile(int number)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("PriceRules"), AssemblyBuilderAccess.RunAndCollect);
        var type = assembly.DefineDynamicModule("main").DefineType($"Rule{number}", TypeAttributes.Public);
        var method = type.DefineMethod("Apply", MethodAttributes.Public | MethodAttributes.Static, typeof(decimal), [typeof(decimal)]);
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ret);
        return type.CreateType().GetMethod("Apply")!.CreateDelegate<Func<decimal, decimal>>();
    }
}
