package io.github.smallnn.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * What decides whether vector code is compiled to vector instructions. Anywhere else it runs, hundreds of times slower,
 * on objects.
 *
 * @param vm name and mode of the virtual machine
 * @param vectorModule whether the module of the vector API is part of this run
 * @param hotSpot whether the virtual machine is HotSpot
 * @param optimizing whether its optimising compiler C2 is on
 * @param fma whether fused multiply-add is an instruction here
 */
record Jvm(String vm, boolean vectorModule, boolean hotSpot, boolean optimizing, boolean fma) {

    static final String MODULE = "jdk.incubator.vector";
    private static final String TOP_TIER = "4";

    /** The virtual machine that runs this. */
    static Jvm current() {
        String name = System.getProperty("java.vm.name", "unknown");
        String mode = System.getProperty("java.vm.info", "");
        String vm = "Java " + System.getProperty("java.version") + ", " + name + ", " + mode;
        boolean module = ModuleLayer.boot().findModule(MODULE).isPresent();
        boolean hotSpot = name.contains("HotSpot") || name.contains("OpenJDK");
        if (!hotSpot) {
            return new Jvm(vm, module, false, false, false);
        }
        HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        boolean c2 = !mode.contains("interpreted")
                && option(options, "TieredStopAtLevel", TOP_TIER).equals(TOP_TIER)
                && option(options, "UseJVMCICompiler", "false").equals("false");
        return new Jvm(vm, module, true, c2, option(options, "UseFMA", "true").equals("true"));
    }

    /** Why vector code must not run here, or null when nothing stands against it. */
    String obstacle() {
        if (!vectorModule) {
            return "the module " + MODULE + " is not part of this run";
        }
        if (!hotSpot) {
            return "the virtual machine is not HotSpot (" + vm + ")";
        }
        if (!optimizing) {
            return "the compiler C2 is off (" + vm + ")";
        }
        return fma ? null : "the processor has no fused multiply-add, or it is switched off";
    }

    /** What the user can do about the obstacle; empty when nothing. */
    String advice() {
        if (!vectorModule) {
            return "start java with --add-modules " + MODULE;
        }
        if (hotSpot && !optimizing) {
            return "start java without -Xint, -client, -XX:TieredStopAtLevel and -XX:+UseJVMCICompiler";
        }
        return hotSpot ? "" : "run on a HotSpot virtual machine";
    }

    /** An option's value; one that this build of the virtual machine does not know has its usual value. */
    private static String option(HotSpotDiagnosticMXBean options, String name, String usual) {
        try {
            return options.getVMOption(name).getValue();
        } catch (IllegalArgumentException unknown) {
            return usual;
        }
    }
}
