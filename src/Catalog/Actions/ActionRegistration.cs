using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Purbalingga.Catalog.Actions;

/// <summary>How a capability adds its actions.</summary>
public static class ActionRegistration
{
    /// <summary>Adds one action; its attribute and request type say the rest.</summary>
    public static IServiceCollection AddAction<TAction>(this IServiceCollection services)
        where TAction : class
    {
        services.TryAddScoped<TAction>();
        services.AddSingleton(Describe<TAction>());
        return services;
    }

    private static ActionDescriptor Describe<TAction>()
        where TAction : class
    {
        var contract = typeof(TAction).GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAction<,>));
        return (ActionDescriptor)typeof(ActionRegistration)
            .GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(typeof(TAction), contract.GenericTypeArguments[0], contract.GenericTypeArguments[1])
            .Invoke(null, null)!;
    }

    private static ActionDescriptor Make<TAction, TRequest, TResult>()
        where TAction : class, IAction<TRequest, TResult>
    {
        var attribute = typeof(TAction).GetCustomAttribute<CkanActionAttribute>()
            ?? throw new InvalidOperationException($"{typeof(TAction)} has no [CkanAction].");
        var summary = typeof(TAction).GetCustomAttribute<DocAttribute>()?.Text ?? throw new InvalidOperationException($"{typeof(TAction)} has no [Doc].");
        var bind = RequestBinder.Compile<TRequest>();
        return new ActionDescriptor(attribute, typeof(TAction), typeof(TResult), summary, ParametersOf<TAction, TRequest>(), async (services, input, caller, ct) =>
            ActionDescriptor.AnswerOf(await services.GetRequiredService<TAction>().RunAsync(bind(input), caller, ct)));
    }

    private static IReadOnlyList<ActionParameter> ParametersOf<TAction, TRequest>() =>
        typeof(TRequest) != typeof(ActionInput)
            ? RequestBinder.Describe(typeof(TRequest))
            : typeof(TAction).GetInterface(nameof(IDescribesParameters)) is not null
                ? (IReadOnlyList<ActionParameter>)typeof(TAction)
                    .GetProperty(nameof(IDescribesParameters.Parameters), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!
                : throw new InvalidOperationException($"{typeof(TAction)} takes any input, so it must describe its parameters.");
}
