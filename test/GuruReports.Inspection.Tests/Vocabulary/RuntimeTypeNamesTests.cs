using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Tests.Vocabulary;

/// <summary>Type names as the runtime's events write them.</summary>
public class RuntimeTypeNamesTests
{
    [Theory]
    [InlineData("System.String", "System.String")]
    [InlineData("System.Byte[]", "System.Byte[]")]
    [InlineData("System.Int32[,][]", "System.Int32[,][]")]
    [InlineData("System.Collections.Generic.List`1[Shop.Order]", "System.Collections.Generic.List<Order>")]
    [InlineData("System.Collections.Generic.Dictionary`2[System.String,System.Collections.Generic.List`1[System.Int32[]]]", "System.Collections.Generic.Dictionary<String, List<Int32[]>>")]
    [InlineData("System.Collections.Generic.Dictionary`2+Entry[System.String,System.Object][]", "System.Collections.Generic.Dictionary.Entry<String, Object>[]")]
    [InlineData("Shop.Orders+Line", "Shop.Orders.Line")]
    [InlineData("Shop.Orders+<Load>d__3", "Shop.Orders.Load")]
    [InlineData("AsyncStateMachineBox`1[System.Int32,Shop.Orders+<Load>d__3]", "AsyncStateMachineBox<Int32, Orders.Load>")]
    [InlineData("<Shop-IOrders-Load>d__3", "Shop-IOrders-Load")]
    [InlineData("", "")]
    [InlineData("Odd`1[", "Odd[")]
    [InlineData("Odd`1[A", "Odd<A>")]
    [InlineData("]odd[", "]odd[")]
    public void Read_NameOfTheRuntime_IsAsInTheSource(string name, string expected) => Assert.Equal(expected, RuntimeTypeNames.Read(name));
}
