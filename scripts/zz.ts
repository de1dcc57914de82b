import { recordedLook } from "@/content/topics/filter-weights/recording";
import { firstFilter, loudest, productsAt } from "@/content/topics/filter-weights/simulationModel";
import { tasks } from "@/content/topics/filter-weights/tasks";
import { nodeContext } from "@/scripts/tasks/context";
const l=recordedLook(); console.log(l.field,l.side, loudest(l.map), l.map[loudest(l.map)], l.bias);
const p=productsAt(l, loudest(l.map)); console.log(p.reduce((a,b)=>a+b.product,l.bias));
for(let k=0;k<16;k++){ const out:string[]=[]; for (const [pic,e] of [["edge",0],["edge",2],["edge",4],["edge",6],["edge",1],["fields",0]] as const){ const a=await tasks.look({picture:pic,eighths:e,period:8,contrast:1,layer:1,filter:k+1},nodeContext()); out.push(pic+e+" "+Math.max(...Array.from(a.map)).toFixed(2)); } console.log(k+1,out.join("  ")); }
const t=performance.now(); const d=await tasks.look({picture:"1",eighths:0,period:8,contrast:1,layer:7,filter:5},nodeContext()); console.log("deep ms",performance.now()-t, d.side,d.from,d.reads,d.field);
